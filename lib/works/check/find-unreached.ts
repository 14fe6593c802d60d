import { z } from 'zod'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { getWorks } from '../queries'
import { pointsOfVersion } from './check-works'
import { IS_REACHED } from './measure-reach'

/** A building where nobody is told. */
export interface Unreached {
  /** Null for service points without an address. */
  address: string | null
  servicePoints: number
  units: number
}

/** As many as a list shows: the largest come first, and a poster in the stairwell reaches each. */
const MOST = 500

const rows = z.array(
  z.object({
    street: z.string().nullable(),
    number: z.number().nullable(),
    suffix: z.string().nullable(),
    servicePoints: z.coerce.number(),
    units: z.coerce.number(),
  }),
)

/** The buildings that works hit and where nobody is told by any channel, those with most dwellings first; at most 500. Throws `not_found`. */
export async function findUnreached(actor: Actor, reference: string): Promise<Unreached[]> {
  requirePolicy(actor, canReadWorks(actor))
  const db = database()
  const hit = await pointsOfVersion(db, await getWorks(db, reference))
  const found = await db.$queryRaw`
    WITH hit AS MATERIALIZED (${hit})
    SELECT street.label AS street, address.number, address.suffix, count(*) AS "servicePoints", sum(point.units) AS units
    FROM hit JOIN service_point point ON point.id = hit.id
    LEFT JOIN address ON address.id = point.address_id
    LEFT JOIN street ON street.id = address.street_id
    WHERE NOT ${IS_REACHED}
    GROUP BY address.id, street.label
    ORDER BY units DESC, street, number, suffix LIMIT ${MOST}`
  return rows.parse(found).map(({ street, number, suffix, ...counts }) => ({
    ...counts,
    address: street && number !== null ? `${street} ${formatHouseNumber({ number, suffix: suffix ?? '' })}` : null,
  }))
}
