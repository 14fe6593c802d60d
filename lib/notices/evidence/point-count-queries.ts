import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { PointCounts } from './evidence'
import type { EvidenceScope } from './evidence-scope'
import { JOIN_TOLD, tiesOf } from './evidence-ties'

/** The instant by which whoever loses supply at `start` had to be told; null where no rule is known. */
export interface StartRule {
  start: Date
  legalInstant: Date | null
}

const count = z.coerce.number()
const counted = z.array(z.object({ total: count, kept: count, late: count, pending: count, notTold: count, nobody: count })).length(1)

/**
 * How many affected points of the version in force were told in time, in one statement.
 *
 * A point counts as told by the first message that named the start it really has and that a provider took, in whatever version: an end that
 * moved makes no notice void, a start that moved does. `unknown` proves nothing. Whoever registered after the legal instant could not be told
 * before it: until then there was nobody.
 */
export async function countPoints(db: Db, scope: EvidenceScope, rules: StartRule[], now: Date): Promise<PointCounts> {
  const rows = await db.$queryRaw`
    WITH point AS MATERIALIZED (
      SELECT affected_point.service_point_id AS id, min(works_window.starts_at) AS starts_at
      FROM works_part
      JOIN affected_point ON affected_point.part_id = works_part.id
      JOIN works_window ON works_window.part_id = works_part.id
      WHERE works_part.works_id = ${scope.worksId} AND works_part.version = ${scope.version}
      GROUP BY affected_point.service_point_id
    ), tie AS MATERIALIZED (${tiesOf(Prisma.sql`point`, scope.partIds)}), told AS (
      SELECT tie.point_id, min(message.sent_at) FILTER (
               WHERE message.state IN ('sent', 'delivered') AND notice.kind NOT IN ('cancelled', 'restored') AND works_window.starts_at = point.starts_at
             ) AS first_told
      FROM notice
      JOIN notice_window ON notice_window.notice_id = notice.id
      JOIN works_window ON works_window.id = notice_window.window_id
      JOIN affected_point ON affected_point.part_id = works_window.part_id
      JOIN point ON point.id = affected_point.service_point_id
      JOIN tie ON tie.point_id = point.id
      ${JOIN_TOLD}
      WHERE notice.works_id = ${scope.worksId}
      GROUP BY tie.point_id
    ), reachable AS (
      SELECT tie.point_id, min(greatest(tie.since, contact.confirmed_at)) AS since,
             min(greatest(tie.since, contact.confirmed_at)) FILTER (WHERE contact.state = 'confirmed' AND tie.is_active) AS since_confirmed
      FROM tie JOIN contact ON contact.id = tie.contact_id GROUP BY tie.point_id
    ), verdict AS (
      SELECT told.first_told, rule.legal_instant, coalesce(
               least(reachable.since_confirmed, CASE WHEN told.point_id IS NOT NULL THEN reachable.since END)
                 <= coalesce(rule.legal_instant, point.starts_at), false) AS had_somebody
      FROM point
      LEFT JOIN told ON told.point_id = point.id
      LEFT JOIN reachable ON reachable.point_id = point.id
      LEFT JOIN unnest(${rules.map(({ start }) => start)}::timestamptz[], ${rules.map(({ legalInstant }) => legalInstant)}::timestamptz[])
        AS rule (starts_at, legal_instant) ON rule.starts_at = point.starts_at
    ), sorted AS (
      SELECT CASE
        WHEN first_told <= coalesce(legal_instant, first_told) THEN 'kept'
        WHEN NOT had_somebody THEN 'nobody'
        WHEN first_told IS NOT NULL THEN 'late'
        WHEN coalesce(legal_instant, 'infinity') >= ${now} THEN 'pending'
        ELSE 'not_told'
      END AS outcome FROM verdict
    )
    SELECT count(*) AS total, count(*) FILTER (WHERE outcome = 'kept') AS kept, count(*) FILTER (WHERE outcome = 'late') AS late,
           count(*) FILTER (WHERE outcome = 'pending') AS pending, count(*) FILTER (WHERE outcome = 'not_told') AS "notTold",
           count(*) FILTER (WHERE outcome = 'nobody') AS nobody
    FROM sorted`
  const [row] = counted.parse(rows)
  return row ?? { total: 0, kept: 0, late: 0, pending: 0, notTold: 0, nobody: 0 }
}
