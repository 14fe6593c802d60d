import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { WorksState } from '@/lib/db/generated/enums'
import type { WindowText, WorksWindow } from '../works'
import { type Clash, SERVICE } from './works-check'

/** Nobody likes to be without supply twice in so many days. */
export const APART_DAYS = 14
const DAY = 86_400_000

/** The first start and the last end of windows, widened by days on both sides. */
export function spanOf(windows: WorksWindow[], days: number): WorksWindow {
  return {
    start: new Date(Math.min(...windows.map(({ start }) => start.getTime())) - days * DAY),
    end: new Date(Math.max(...windows.map(({ end }) => end.getTime())) + days * DAY),
  }
}

/**
 * Which of the points in `hit` which other works hit as well, as a relation (point_id, works_id): the same point, or another service's at the same
 * address, because the same people live there. Works that are published or running, with a window in `span`.
 */
export function troubled(hit: Prisma.Sql, worksId: number, span: WorksWindow): Prisma.Sql {
  return Prisma.sql`(
    WITH hit AS MATERIALIZED (${hit}), other AS MATERIALIZED (
      SELECT DISTINCT works.id AS works_id, works_part.id AS part_id
      FROM works
      JOIN works_part ON works_part.works_id = works.id AND works_part.version = works.version
      JOIN works_window ON works_window.part_id = works_part.id
      WHERE works.state IN ('published', 'running') AND works.id <> ${worksId}
        AND works_window.starts_at < ${span.end} AND works_window.ends_at > ${span.start}
    ), household AS (
      SELECT hit.id AS point_id, hit.id AS same_id FROM hit
      UNION
      SELECT hit.id, beside.id
      FROM hit JOIN service_point ON service_point.id = hit.id
      JOIN service_point beside ON beside.address_id = service_point.address_id
    )
    SELECT DISTINCT household.point_id, other.works_id
    FROM household
    JOIN affected_point ON affected_point.service_point_id = household.same_id
    JOIN other ON other.part_id = affected_point.part_id
  )`
}

const rows = z.array(
  z.object({
    reference: z.string(),
    title: z.string(),
    service: SERVICE,
    state: z.enum(WorksState),
    sharedPoints: z.coerce.number(),
    windows: z.array(z.object({ start: z.coerce.date(), end: z.coerce.date() })),
  }),
)

function isAtOnce(ours: WorksWindow[], theirs: WorksWindow[]): boolean {
  return ours.some((one) => theirs.some((other) => one.start < other.end && other.start < one.end))
}

const asText = ({ start, end }: WorksWindow): WindowText => ({ start: start.toISOString(), end: end.toISOString() })

/** Other works that hit the same households within 14 days before or after these windows, those that share most first. */
export async function findClashes(db: Db, worksId: number, hit: Prisma.Sql, windows: WorksWindow[]): Promise<Clash[]> {
  const found = await db.$queryRaw`
    SELECT works.reference, works.title, works.service::text AS service, works.state::text AS state, shared.points AS "sharedPoints", span.windows
    FROM (SELECT works_id, count(*) AS points FROM ${troubled(hit, worksId, spanOf(windows, APART_DAYS))} troubled GROUP BY works_id) shared
    JOIN works ON works.id = shared.works_id
    CROSS JOIN LATERAL (
      SELECT json_agg(DISTINCT jsonb_build_object('start', starts_at, 'end', ends_at)) AS windows
      FROM works_part JOIN works_window ON works_window.part_id = works_part.id
      WHERE works_part.works_id = works.id AND works_part.version = works.version
    ) span
    ORDER BY shared.points DESC, works.reference`
  return rows.parse(found).map(({ windows: theirs, ...works }) => {
    const inOrder = theirs.toSorted((a, b) => a.start.getTime() - b.start.getTime())
    return { ...works, windows: inOrder.map(asText), isAtOnce: isAtOnce(windows, theirs) }
  })
}
