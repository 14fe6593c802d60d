import type { MultiPolygon, Position } from 'geojson'

/** West, south, east, north, in degrees. */
export type Bounds = [number, number, number, number]

/** The smallest box around positions. Null when there are none. */
export function boundsOf(positions: readonly Position[]): Bounds | null {
  if (positions.length === 0) return null
  const bounds: Bounds = [180, 90, -180, -90]
  for (const [longitude = 0, latitude = 0] of positions) {
    bounds[0] = Math.min(bounds[0], longitude)
    bounds[1] = Math.min(bounds[1], latitude)
    bounds[2] = Math.max(bounds[2], longitude)
    bounds[3] = Math.max(bounds[3], latitude)
  }
  return bounds
}

/** The smallest box around an area and a point, whichever are there. */
export function boundsAround(area: MultiPolygon | null | undefined, point: Position | null | undefined): Bounds | null {
  return boundsOf([...(area?.coordinates.flat(2) ?? []), ...(point ? [point] : [])])
}
