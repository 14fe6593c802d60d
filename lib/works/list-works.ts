import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { escapeLike } from '@/lib/db/escape-like'
import { Service, WorksState } from '@/lib/db/generated/enums'
import type { WorksListItem } from './works'

export interface WorksFilter {
  state?: WorksState
  service?: Service
  /** Any part of the reference, the title, the reason or the order's number. */
  text?: string
  /** Only works with a window that touches these days on the utility's clocks ("2026-12-01", both included). */
  from?: string
  to?: string
}

export interface WorksPage {
  /** How many to leave out, from the first. */
  offset?: number
  /** How many at most. */
  limit?: number
}

/** As many as a list shows at once; the next page and a filter find the rest. */
export const PAGE = 100

const instantOrNull = z
  .date()
  .nullable()
  .transform((date) => date?.toISOString() ?? null)

const items = z.array(
  z.object({
    reference: z.string(),
    service: z.enum(Service),
    title: z.string(),
    state: z.enum(WorksState),
    version: z.number(),
    firstStart: instantOrNull,
    lastEnd: instantOrNull,
    servicePoints: z.coerce.number(),
    total: z.coerce.number(),
  }),
)

/** Works of every state that fit the filter, those that begin last first, drafts without a time before them all; and how many there are in all. */
export async function listWorks(
  actor: Actor,
  filter: WorksFilter = {},
  { offset = 0, limit = PAGE }: WorksPage = {},
): Promise<{ works: WorksListItem[]; total: number }> {
  requirePolicy(actor, canReadWorks(actor))
  const pattern = filter.text ? `%${escapeLike(filter.text)}%` : null
  const rows = await database().$queryRaw`
    WITH page AS (
      SELECT works.id, works.reference, works.service, works.title, works.state, works.version, span.starts_at, span.ends_at, count(*) OVER () AS total
      FROM works
      CROSS JOIN (SELECT zone FROM utility WHERE id = 1) utility
      CROSS JOIN LATERAL (
        SELECT min(starts_at) AS starts_at, max(ends_at) AS ends_at,
               bool_or(
                 ends_at > (${filter.from ?? '-infinity'}::timestamp AT TIME ZONE utility.zone)
                 AND starts_at < ((${filter.to ?? 'infinity'}::timestamp + interval '1 day') AT TIME ZONE utility.zone)
               ) AS is_within
        FROM works_part JOIN works_window ON works_window.part_id = works_part.id
        WHERE works_part.works_id = works.id AND works_part.version = works.version
      ) span
      WHERE (${filter.state ?? null}::works_state IS NULL OR works.state = ${filter.state ?? null}::works_state)
        AND (${filter.service ?? null}::service IS NULL OR works.service = ${filter.service ?? null}::service)
        AND (${pattern}::text IS NULL OR concat_ws(' ', works.reference, works.title, works.reason, works.external_reference) ILIKE ${pattern})
        AND (${!filter.from && !filter.to} OR span.is_within)
      ORDER BY span.starts_at DESC NULLS FIRST, works.id DESC
      LIMIT ${limit} OFFSET ${offset}
    )
    SELECT page.reference, page.service::text AS service, page.title, page.state::text AS state, page.version,
           page.starts_at AS "firstStart", page.ends_at AS "lastEnd", points.count AS "servicePoints", page.total
    FROM page
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT service_point_id)
      FROM works_part JOIN affected_point ON affected_point.part_id = works_part.id
      WHERE works_part.works_id = page.id AND works_part.version = page.version
    ) points
    ORDER BY page.starts_at DESC NULLS FIRST, page.id DESC`
  const found = items.parse(rows)
  return { works: found.map(({ total, ...works }) => works), total: found[0]?.total ?? 0 }
}
