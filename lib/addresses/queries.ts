import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { addressRow } from './address-row'
import { type AddressDetail, formatAddress } from './addresses'
import type { HouseNumber } from './house-number'

const detailRow = addressRow.extend({ district: z.string(), lon: z.number(), lat: z.number() })

/** One address. Throws `not_found`. */
export async function getAddress(id: number, db: Db = database()): Promise<AddressDetail> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT a.id, s.label AS street, a.number, a.suffix, m.name AS municipality, a.postcode, a.district, ST_X(a.geom) AS lon, ST_Y(a.geom) AS lat
    FROM address a JOIN street s ON s.id = a.street_id JOIN municipality m ON m.id = s.municipality_id
    WHERE a.id = ${id}::bigint`
  if (rows.length === 0) throw new AppError('not_found', { reason: 'address_unknown', field: 'id' })
  const { lon, lat, ...address } = detailRow.parse(rows[0])
  return { ...address, label: formatAddress(address), point: [lon, lat] }
}

interface HousesRow {
  streetId: number
  numbers: number[]
  suffixes: string[]
}

/** All house numbers of these streets, in order, by street. */
export async function findHouses(db: Db, streetIds: readonly number[]): Promise<Map<number, HouseNumber[]>> {
  if (streetIds.length === 0) return new Map()
  const rows = await db.$queryRaw<HousesRow[]>`
    SELECT street_id AS "streetId", array_agg(number ORDER BY number, suffix) AS numbers, array_agg(suffix ORDER BY number, suffix) AS suffixes
    FROM address WHERE street_id = ANY (${[...streetIds]}::int[]) GROUP BY street_id`
  return new Map(
    rows.map(({ streetId, numbers, suffixes }) => [streetId, numbers.map((number, at) => ({ number, suffix: suffixes[at] ?? '' }))]),
  )
}
