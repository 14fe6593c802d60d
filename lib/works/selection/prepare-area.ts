import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { readPolygons } from './read-polygons'

const checked = z.array(z.object({ crossing: z.string().nullable(), outside: z.boolean(), area: z.string().nullable() })).length(1)

/** Checks every polygon, and joins them into one area: polygons of one file may overlap each other. */
async function checkPolygons(db: Db, polygons: MultiPolygon) {
  const rows = await db.$queryRaw`
    WITH polygon AS MATERIALIZED (
      SELECT (ST_Dump(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(polygons)}), 4326))).geom AS geom
    ), crossing AS (
      SELECT ST_AsText(location((ST_IsValidDetail(geom))), 5) AS place FROM polygon WHERE NOT ST_IsValid(geom) LIMIT 1
    ), joined AS (
      SELECT ST_Multi(ST_CollectionExtract(ST_UnaryUnion(ST_Collect(geom)), 3)) AS geom FROM polygon WHERE NOT EXISTS (SELECT FROM crossing)
    )
    SELECT (SELECT place FROM crossing) AS crossing,
           coalesce((SELECT NOT ST_Intersects(joined.geom, utility.served_area) FROM joined, utility WHERE utility.served_area IS NOT NULL), false) AS outside,
           (SELECT CASE WHEN ST_IsEmpty(geom) OR ST_Area(geom) = 0 THEN NULL ELSE ST_AsGeoJSON(geom, 7) END FROM joined) AS area`
  const [row] = checked.parse(rows)
  return row
}

/**
 * Turns GeoJSON that somebody drew or uploaded into one valid area.
 *
 * Throws `bad_input` at `field` when it is not polygons, crosses itself (saying where), is empty, or lies outside the served area.
 */
export async function prepareArea(db: Db, input: unknown, field: string): Promise<MultiPolygon> {
  const row = await checkPolygons(db, readPolygons(input, field))
  if (row?.crossing) throw badInput('area_crosses_itself', field, { place: row.crossing.replace(/^POINT\s*\(|\)$/g, '') })
  if (!row?.area) throw badInput('area_empty', field)
  if (row.outside) throw badInput('area_outside', field)
  return JSON.parse(row.area) as MultiPolygon
}
