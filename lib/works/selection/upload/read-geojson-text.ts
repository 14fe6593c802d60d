import type { MultiPolygon } from 'geojson'
import { badInput } from '@/lib/errors'
import { readPolygons } from '../read-polygons'

/** GeoJSON is WGS84 by its standard; files of before 2016 may name another system, and their numbers would be read wrongly. */
function requireDegrees(input: unknown): void {
  const name = (input as { crs?: { properties?: { name?: unknown } } } | null)?.crs?.properties?.name
  if (typeof name !== 'string' || /CRS:?84|EPSG:{1,2}4326$/i.test(name)) return
  throw badInput('area_other_projection', 'area', { projection: name.slice(0, 80) })
}

/** The polygons of a text of GeoJSON. Throws `bad_input` for a text that is none or is cut off, and as readPolygons does. */
export function readGeojsonText(text: string): MultiPolygon {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw badInput('area_not_geojson', 'area')
  }
  requireDegrees(input)
  return readPolygons(input, 'area')
}
