import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { CapArea } from './cap-alert'

/** As many corners as receivers of alerts take without trouble, for one area. */
const MOST_CORNERS = 400

/** An area that has more corners loses those that are less than this off, in degrees (some 4 m); then twice that, and so on. */
const FINEST = 0.00004

const rows = z.array(z.object({ streets: z.array(z.string()), municipalities: z.array(z.string()), area: z.string().nullable() }))

/** GeoJSON has longitude first, CAP latitude. Rings are closed in both. */
function toPolygons(area: string | null): CapArea['polygons'] {
  if (area === null) return []
  const { coordinates } = JSON.parse(area) as MultiPolygon
  return coordinates.map(([outer = []]) => outer.map(([longitude = 0, latitude = 0]): [number, number] => [latitude, longitude]))
}

/** What one version of works hits, an area for each part: its streets, else its municipalities, in words, and its outline with few corners. */
export async function findCapAreas(db: Db, reference: string, version: number): Promise<CapArea[]> {
  const found = await db.$queryRaw`
    SELECT place.streets, place.municipalities, ST_AsGeoJSON(simple.shape, 5) AS area
    FROM works
    JOIN works_part ON works_part.works_id = works.id AND works_part.version = ${version}
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(DISTINCT street.label ORDER BY street.label), '{}') AS streets,
             coalesce(array_agg(DISTINCT municipality.name ORDER BY municipality.name), '{}') AS municipalities
      FROM affected_point
      JOIN service_point ON service_point.id = affected_point.service_point_id
      JOIN address ON address.id = service_point.address_id
      JOIN street ON street.id = address.street_id
      JOIN municipality ON municipality.id = street.municipality_id
      WHERE affected_point.part_id = works_part.id
    ) place
    CROSS JOIN LATERAL (
      SELECT tried.shape
      FROM (
        SELECT step, ST_Multi(ST_SimplifyPreserveTopology(works_part.outline, ${FINEST}::float8 * (2 ^ step))) AS shape FROM generate_series(0, 7) AS step
      ) tried
      WHERE step = 7 OR ST_NPoints(tried.shape) <= ${MOST_CORNERS}
      ORDER BY step LIMIT 1
    ) simple
    WHERE works.reference = ${reference}
    ORDER BY works_part.position`
  return rows.parse(found).map(({ streets, municipalities, area }) => ({
    description: [municipalities.join(', '), streets.join(', ')].filter(Boolean).join(': ') || reference,
    polygons: toPolygons(area),
  }))
}
