import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Service, WorksState } from '@/lib/db/generated/enums'
import type { WorksListItem } from './works'

export interface WorksFilter {
  state?: WorksState
  service?: Service
  /** Any part of the reference or the title. */
  text?: string
}

/** As many as a list shows at once; a filter finds the rest. */
const MOST = 200

/** A draft that is not complete has no windows yet. */
const instant = z.date().transform((date) => date.toISOString()).nullable()

const items = z.array(
  z.object({
    reference: z.string(),
    service: z.enum(['water', 'heat', 'power', 'gas']),
    title: z.string(),
    state: z.enum(['draft', 'in_approval', 'published', 'running', 'ended', 'cancelled']),
    version: z.number(),
    firstStart: instant,
    lastEnd: instant,
    servicePoints: z.coerce.number(),
  }),
)

/** Works of every state that fit the filter: drafts without a time first, then those that begin last; at most 200. */
export async function listWorks(actor: Actor, filter: WorksFilter = {}): Promise<WorksListItem[]> {
  requirePolicy(actor, canReadWorks(actor))
  const pattern = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : null
  const rows = await database().$queryRaw`
    SELECT works.reference, works.service::text AS service, works.title, works.state::text AS state, works.version,
           span.starts_at AS "firstStart", span.ends_at AS "lastEnd", points.count AS "servicePoints"
    FROM works
    CROSS JOIN LATERAL (
      SELECT min(starts_at) AS starts_at, max(ends_at) AS ends_at
      FROM works_part JOIN works_window ON works_window.part_id = works_part.id
      WHERE works_part.works_id = works.id AND works_part.version = works.version
    ) span
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT service_point_id)
      FROM works_part JOIN affected_point ON affected_point.part_id = works_part.id
      WHERE works_part.works_id = works.id AND works_part.version = works.version
    ) points
    WHERE (${filter.state ?? null}::works_state IS NULL OR works.state = ${filter.state ?? null}::works_state)
      AND (${filter.service ?? null}::service IS NULL OR works.service = ${filter.service ?? null}::service)
      AND (${pattern}::text IS NULL OR works.reference ILIKE ${pattern} OR works.title ILIKE ${pattern})
    ORDER BY span.starts_at DESC NULLS FIRST, works.id DESC
    LIMIT ${MOST}`
  return items.parse(rows)
}
