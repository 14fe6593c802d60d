import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { CoverageSquare, WeakSquare } from './coverage'

const streets = z.array(z.object({ position: z.number(), street: z.string(), municipality: z.string() }))

/** Names each square after the street of the address nearest to its middle: staff look for streets, not for coordinates. */
export async function nameSquares(db: Db, squares: CoverageSquare[]): Promise<WeakSquare[]> {
  const middles = squares.map(({ box: [west, south, east, north] }) => ({ longitude: (west + east) / 2, latitude: (south + north) / 2 }))
  const rows = await db.$queryRaw`
    SELECT middle.position::int AS position, nearest.street, nearest.municipality
    FROM unnest(${middles.map(({ longitude }) => longitude)}::float8[], ${middles.map(({ latitude }) => latitude)}::float8[])
      WITH ORDINALITY AS middle (longitude, latitude, position)
    CROSS JOIN LATERAL (
      SELECT street.label AS street, municipality.name AS municipality
      FROM address JOIN street ON street.id = address.street_id JOIN municipality ON municipality.id = street.municipality_id
      ORDER BY address.geom <-> ST_SetSRID(ST_MakePoint(middle.longitude, middle.latitude), 4326) LIMIT 1
    ) nearest`
  const near = new Map(streets.parse(rows).map(({ position, street, municipality }) => [position, { street, municipality }]))
  return squares.map((square, index) => ({ ...square, near: near.get(index + 1) ?? null }))
}
