import type { MultiPolygon, Position } from 'geojson'
import { badInput } from '@/lib/errors'

/** More corners than this is a mistake of the file, not an area that somebody drew. */
export const MAX_POINTS = 50_000

type Polygons = Position[][][]

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length < 2) return false
  const [longitude, latitude] = value as unknown[]
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return false
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
}

function readRing(value: unknown, field: string): Position[] {
  if (!Array.isArray(value)) throw badInput('area_not_geojson', field)
  if (value.length > MAX_POINTS) throw badInput('area_too_many_points', field, { max: MAX_POINTS })
  if (!value.every(isPosition)) throw badInput('area_bad_coordinates', field)
  const ring = value.map(([longitude = 0, latitude = 0]) => [longitude, latitude])
  const [first, last] = [ring[0], ring.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first])
  if (ring.length < 4) throw badInput('area_too_few_points', field)
  return ring
}

function readPolygon(value: unknown, field: string): Position[][] {
  if (!Array.isArray(value) || value.length === 0) throw badInput('area_empty', field)
  return value.map((ring) => readRing(ring, field))
}

function readGeometry(value: unknown, field: string): Polygons {
  if (typeof value !== 'object' || value === null) throw badInput('area_not_geojson', field)
  const { type, coordinates, geometry, features, geometries } = value as Record<string, unknown>
  if (type === 'Feature') return readGeometry(geometry, field)
  if (type === 'FeatureCollection' && Array.isArray(features)) return features.flatMap((feature) => readGeometry(feature, field))
  if (type === 'GeometryCollection' && Array.isArray(geometries)) return geometries.flatMap((part) => readGeometry(part, field))
  if (type === 'Polygon') return [readPolygon(coordinates, field)]
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates.map((polygon) => readPolygon(polygon, field))
  throw badInput('area_not_polygons', field, { type: typeof type === 'string' ? type.slice(0, 40) : '?' })
}

/**
 * Takes the polygons (WGS84, longitude first) out of any GeoJSON; open rings are closed, heights dropped.
 *
 * Throws `bad_input` at `field` when there are none, other shapes are among them, or they have over 50,000 points. Whether rings
 * cross is asked of PostGIS: see prepare-area.ts.
 */
export function readPolygons(input: unknown, field: string): MultiPolygon {
  const coordinates = readGeometry(input, field)
  if (coordinates.length === 0) throw badInput('area_empty', field)
  const points = coordinates.flat().reduce((sum, ring) => sum + ring.length, 0)
  if (points > MAX_POINTS) throw badInput('area_too_many_points', field, { max: MAX_POINTS })
  return { type: 'MultiPolygon', coordinates }
}
