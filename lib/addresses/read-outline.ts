import { badInput } from '@/lib/errors'

/** An outline of more corners is a survey, not a boundary of a plan. */
const MOST_CORNERS = 500_000

function isPosition(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1])
}

function fail(reason: string, params?: Record<string, string | number>): never {
  throw badInput(reason, 'geometry', params)
}

/** Checks a ring; returns its corners. `isDegrees`: the coordinates are longitude and latitude. */
function checkRing(ring: unknown, isDegrees: boolean): number {
  if (!Array.isArray(ring) || !ring.every(isPosition)) return fail('import_bad_outline')
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length < 4 || !first || !last) return fail('area_too_few_points')
  if (first[0] !== last[0] || first[1] !== last[1]) return fail('import_ring_open', { place: `${first[0]} ${first[1]}` })
  const wrong = isDegrees ? ring.find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90) : undefined
  if (wrong) return fail('import_outline_not_degrees', { place: `${wrong[0]} ${wrong[1]}` })
  return ring.length
}

/**
 * Checks that a text is a GeoJSON polygon, or several, with closed rings. Returns it as the coordinates of a MultiPolygon, as JSON. Whether rings
 * cross is for the database to say.
 */
export function readOutline(text: string, isDegrees: boolean): string {
  if (text === '') return fail('import_value_missing')
  const { type, coordinates } = JSON.parse(text) as { type: string; coordinates: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return fail('import_not_polygon', { type: type.slice(0, 40) })
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) return fail('import_bad_outline')
  let corners = 0
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return fail('import_bad_outline')
    for (const ring of polygon) corners += checkRing(ring, isDegrees)
  }
  if (corners > MOST_CORNERS) return fail('area_too_many_points', { max: MOST_CORNERS })
  return JSON.stringify({ type: 'MultiPolygon', coordinates: polygons })
}
