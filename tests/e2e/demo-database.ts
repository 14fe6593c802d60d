import path from 'node:path'
import { Client } from 'pg'

/** Asks the embedded database of the server under test, beside the product: to find a place to try, and to count what no page shows. */
export async function askDatabase<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const socket = path.join(process.env.PREAVVISO_E2E_DATA ?? '', 'socket')
  const client = new Client({ connectionString: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socket)}` })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

export interface TrialPlace {
  /** GeoJSON of a square in the town. */
  area: string
  streets: number
  /** How people would type a house that it hits, and the nearest one that it does not. */
  inside: string
  outside: string
}

/**
 * A square where nothing else is planned, a house in it, and the next one outside of it: in the middle of the town over at least ten streets,
 * or at its edge around a few houses with water.
 */
export async function findTrialPlace(where: 'middle' | 'edge' = 'middle'): Promise<TrialPlace> {
  const [side, width, height] = where === 'middle' ? [1, 0.0027, 0.0019] : [-1, 0.0007, 0.0005]
  const [place] = await askDatabase<TrialPlace>(
    `
    WITH quiet AS (
      SELECT address.id, address.geom, street.label || ' ' || address.number AS label, street.id AS street_id
      FROM address JOIN street ON street.id = address.street_id
      WHERE address.suffix = '' AND NOT EXISTS (
        SELECT FROM works_part WHERE area IS NOT NULL AND ST_DWithin(area, address.geom, 0.0005)
      )
    ), square AS (
      SELECT ST_Expand(geom, $2, $3) AS geom FROM quiet
      WHERE EXISTS (SELECT FROM service_point WHERE service_point.address_id = quiet.id AND service = 'water')
      ORDER BY (geom <-> (SELECT ST_Centroid(ST_Collect(geom)) FROM address)) * $1 LIMIT 1
    )
    SELECT (SELECT ST_AsGeoJSON(geom) FROM square) AS area,
           (SELECT count(DISTINCT street_id)::int FROM quiet, square WHERE ST_Intersects(quiet.geom, square.geom)) AS streets,
           (SELECT label FROM quiet, square WHERE ST_Intersects(quiet.geom, square.geom) ORDER BY quiet.geom <-> ST_Centroid(square.geom) LIMIT 1) AS inside,
           (SELECT label FROM quiet, square WHERE NOT ST_Intersects(quiet.geom, square.geom) ORDER BY quiet.geom <-> square.geom LIMIT 1) AS outside`,
    [side, width, height],
  )
  if (!place) throw new Error('The demo town has no place to try.')
  return place
}
