import { z } from 'zod'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import type { Db } from '@/lib/db/client'
import { Priority, SupportNeedKind } from '@/lib/db/generated/enums'
import { affectedPointsOf } from '@/lib/works/affected-queries'

/** A service point where somebody has to be phoned, or had better be. */
export interface PriorityPoint {
  id: number
  code: string
  /** Null where only customers said that somebody there needs help: then nothing waits for the call. */
  priority: Priority | null
  /** What customers said of themselves. */
  needs: SupportNeedKind[]
  address: string | null
  /** ISO instant, and who phoned; null while nobody has. */
  phonedAt: string | null
  phonedBy: string | null
}

const rows = z.array(
  z.object({
    id: z.number(),
    code: z.string(),
    priority: z.enum(Priority).nullable(),
    needs: z.array(z.enum(SupportNeedKind)).nullable(),
    street: z.string().nullable(),
    number: z.number().nullable(),
    suffix: z.string().nullable(),
    phonedAt: z.date().nullable(),
    phonedBy: z.string().nullable(),
  }),
)

/** The priority customers that works hit, hospitals first, then those where somebody needs help; as frozen, or for a draft as it selects now. */
export async function findPriorityPoints(db: Db, worksId: number, version: number, isFrozen = false): Promise<PriorityPoint[]> {
  const flagged = await affectedPointsOf(db, worksId, version, isFrozen)
  const found = await db.$queryRaw`
    SELECT DISTINCT point.priority AS rank, service_point.id, service_point.code, service_point.priority::text AS priority, need.kinds AS needs, street.label AS street,
           address.number, address.suffix, phoned.at AS "phonedAt", phoned.by AS "phonedBy"
    FROM ${flagged} hit
    JOIN works_part ON works_part.id = hit.part_id AND works_part.works_id = ${worksId} AND works_part.version = ${version}
    JOIN service_point ON service_point.id = hit.service_point_id
    LEFT JOIN (
      SELECT account.service_point_id, array_agg(DISTINCT support_need.kind::text) AS kinds
      FROM support_need JOIN account ON account.id = support_need.account_id AND account.active
      GROUP BY account.service_point_id
    ) need ON need.service_point_id = service_point.id
    CROSS JOIN LATERAL (SELECT service_point.priority) point
    LEFT JOIN address ON address.id = service_point.address_id
    LEFT JOIN street ON street.id = address.street_id
    LEFT JOIN phoned ON phoned.works_id = ${worksId} AND phoned.service_point_id = service_point.id
    WHERE service_point.priority IS NOT NULL OR need.kinds IS NOT NULL
    ORDER BY rank, street, number, service_point.id`
  return rows.parse(found).map(({ street, number, suffix, phonedAt, needs, ...point }) => ({
    ...point,
    needs: needs ?? [],
    phonedAt: phonedAt?.toISOString() ?? null,
    address: street && number !== null ? `${street} ${formatHouseNumber({ number, suffix: suffix ?? '' })}` : null,
  }))
}
