import { z } from 'zod'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { affectedPointsOf } from './affected-queries'
import { getWorks } from './queries'

/** One service point that loses supply, with where it is. */
export interface AffectedServicePoint {
  code: string
  units: number
  address: string | null
}

const rows = z.array(
  z.object({
    id: z.number(),
    code: z.string(),
    units: z.number(),
    street: z.string().nullable(),
    number: z.number().nullable(),
    suffix: z.string().nullable(),
  }),
)

const PAGE = 5_000

/** Yields the affected points of the current version in pages of 5,000, by their id. Throws `not_found`. */
export async function* findAffectedPoints(actor: Actor, reference: string): AsyncGenerator<AffectedServicePoint[]> {
  requirePolicy(actor, canReadWorks(actor))
  const { id: worksId, version, isFrozen } = await getWorks(database(), reference)
  const points = await affectedPointsOf(database(), worksId, version, isFrozen)
  for (let after = 0; ; ) {
    const found = await database().$queryRaw`
      SELECT DISTINCT service_point.id, service_point.code, service_point.units, street.label AS street, address.number, address.suffix
      FROM works_part
      JOIN ${points} point ON point.part_id = works_part.id
      JOIN service_point ON service_point.id = point.service_point_id
      LEFT JOIN address ON address.id = service_point.address_id
      LEFT JOIN street ON street.id = address.street_id
      WHERE works_part.works_id = ${worksId} AND works_part.version = ${version} AND service_point.id > ${after}
      ORDER BY service_point.id LIMIT ${PAGE}`
    const page = rows.parse(found)
    if (page.length === 0) return
    yield page.map(({ code, units, street, number, suffix }) => ({
      code,
      units,
      address: street && number !== null ? `${street} ${formatHouseNumber({ number, suffix: suffix ?? '' })}` : null,
    }))
    after = page.at(-1)?.id ?? after
  }
}
