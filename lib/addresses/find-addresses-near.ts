import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { addressRow } from './address-row'
import { formatAddress } from './addresses'

/** Metres: a telephone is often wrong by as much in a street, seldom by more. */
const FARTHEST = 200
/** Degrees that are at least so many metres wherever anybody lives: the index takes the rest away. */
const REACH = 0.006

/** Up to `limit` addresses within 200 metres of a point (degrees, WGS84), the nearest first. */
export async function findAddressesNear(
  db: Db,
  { longitude, latitude }: { longitude: number; latitude: number },
  limit: number,
): Promise<Array<{ id: number; label: string }>> {
  const found = await db.$queryRaw`
    WITH here AS (SELECT ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326) AS geom)
    SELECT address.id, street.label AS street, address.number, address.suffix, address.postcode, municipality.name AS municipality
    FROM here
    JOIN address ON address.geom && ST_Expand(here.geom, ${REACH}::float8)
    JOIN street ON street.id = address.street_id
    JOIN municipality ON municipality.id = street.municipality_id
    WHERE ST_DistanceSphere(address.geom, here.geom) <= ${FARTHEST}
    ORDER BY ST_DistanceSphere(address.geom, here.geom), address.id
    LIMIT ${limit}`
  return z
    .array(addressRow)
    .parse(found)
    .map((address) => ({ id: address.id, label: formatAddress(address) }))
}
