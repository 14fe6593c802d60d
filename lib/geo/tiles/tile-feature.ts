import type { Geometry, Position } from 'geojson'

/** The numbers that the vector tile specification gives to kinds of geometry. */
const POINT = 1
const LINE = 2
const POLYGON = 3

type Pair = [number, number]

/** A feature in tile units, in the shape that vt-pbf writes. */
export type TileFeature = { id: number; tags: Record<string, string | number | boolean> } & (
  | { type: typeof POINT; geometry: Pair[] }
  | { type: typeof LINE | typeof POLYGON; geometry: Pair[][] }
)

function pair(position: Position): Pair {
  return [position[0] ?? 0, position[1] ?? 0]
}

/** One GeoJSON geometry in tile units as features of a tile: none, one, or for a collection one for each member. */
export function toTileFeature(id: number, tags: TileFeature['tags'], geometry: Geometry): TileFeature[] {
  const paths = (lines: Position[][]) => lines.map((line) => line.map(pair))
  // What was clipped away whole.
  if (geometry.type !== 'GeometryCollection' && geometry.coordinates.length === 0) return []
  switch (geometry.type) {
    case 'Point':
      return [{ id, tags, type: POINT, geometry: [pair(geometry.coordinates)] }]
    case 'MultiPoint':
      return [{ id, tags, type: POINT, geometry: geometry.coordinates.map(pair) }]
    case 'LineString':
      return [{ id, tags, type: LINE, geometry: paths([geometry.coordinates]) }]
    case 'MultiLineString':
      return [{ id, tags, type: LINE, geometry: paths(geometry.coordinates) }]
    case 'Polygon':
      return [{ id, tags, type: POLYGON, geometry: paths(geometry.coordinates) }]
    case 'MultiPolygon':
      return [{ id, tags, type: POLYGON, geometry: paths(geometry.coordinates.flat()) }]
    case 'GeometryCollection':
      return geometry.geometries.flatMap((member) => toTileFeature(id, tags, member))
  }
}
