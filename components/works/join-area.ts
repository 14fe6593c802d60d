import type { MultiPolygon, Polygon } from 'geojson'

/** Drawn and given polygons as one area; they may overlap. Null where there are none. */
export function joinArea(drawn: readonly Polygon[], given: MultiPolygon | null): MultiPolygon | null {
  const coordinates = [...drawn.map((polygon) => polygon.coordinates), ...(given?.coordinates ?? [])]
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null
}
