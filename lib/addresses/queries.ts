import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { type AddressDetail, type AddressParts, formatAddress } from './addresses'
import type { HouseNumber } from './house-number'

const detailRow = z.object({
  id: z.number(),
  street: z.string(),
  number: z.number(),
  suffix: z.string(),
  municipality: z.string(),
  postcode: z.string(),
  district: z.string(),
  lon: z.number(),
  lat: z.number(),
})

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

export interface StreetCandidate {
  id: number
  searchText: string
  municipality: string
}

/** More streets than this that share a word with a text are not told apart by it. */
const MOST_CANDIDATES = 100

/** Streets that look like some part of a text, most alike first. `pattern` is a regular expression of its telling words. */
export function findStreetCandidates(text: string, pattern: string, db: Db = database()): Promise<StreetCandidate[]> {
  return db.$queryRaw`
    SELECT s.id, s.search_text AS "searchText", m.name AS municipality
    FROM street s JOIN municipality m ON m.id = s.municipality_id
    WHERE s.search_text % ${text} OR s.search_text ~ ${pattern}
    ORDER BY word_similarity(s.search_text, ${text}) DESC, length(s.search_text), s.id
    LIMIT ${MOST_CANDIDATES}::int`
}

export interface AddressOfStreet extends AddressParts {
  id: number
  streetId: number
}

/**
 * The addresses of each street whose number is nearest to `house`, or the first ones where it is null; at most `limit` a street. With `isTyping`
 * those come first whose number begins like it.
 */
export function findNearestNumbers(
  streetIds: readonly number[],
  house: HouseNumber | null,
  isTyping: boolean,
  limit: number,
  db: Db = database(),
): Promise<AddressOfStreet[]> {
  const { number, suffix } = house ?? { number: 0, suffix: '' }
  return db.$queryRaw`
    SELECT a.id, s.id AS "streetId", s.label AS street, a.number, a.suffix, a.postcode, m.name AS municipality
    FROM street s
    JOIN municipality m ON m.id = s.municipality_id
    CROSS JOIN LATERAL (
      SELECT id, number, suffix, postcode FROM address
      WHERE street_id = s.id
      ORDER BY number = ${number}::int AND suffix = ${suffix} DESC,
        ${isTyping}::boolean AND starts_with(number::text, ${number}::text) DESC, abs(number - ${number}::int), number, suffix
      LIMIT ${limit}::int
    ) a
    WHERE s.id = ANY(${[...streetIds]}::int[])`
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
