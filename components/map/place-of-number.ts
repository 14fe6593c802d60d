import type { MultiPolygon, Position } from 'geojson'
import { boundsOf } from './bounds'

function isInside([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false
  ring.forEach(([toX = 0, toY = 0], at) => {
    const [fromX = 0, fromY = 0] = ring.at(at - 1) ?? []
    if (toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) inside = !inside
  })
  return inside
}

function sizeOf(ring: readonly Position[]): number {
  const [west, south, east, north] = boundsOf(ring) ?? [0, 0, 0, 0]
  return (east - west) * (north - south)
}

/** Where an area's number stands: the middle of its largest piece, or, where that is not inside (a bent street), the nearest of its corners. */
export function placeOfNumber(area: MultiPolygon): [number, number] | null {
  const rings = area.coordinates.flatMap(([outer]) => (outer ? [outer] : []))
  const [largest] = rings.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const bounds = largest && boundsOf(largest)
  if (!largest || !bounds) return null
  const [x, y] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
  if (isInside([x, y], largest)) return [x, y]
  const distance = ([cornerX = 0, cornerY = 0]: Position) => Math.hypot(cornerX - x, cornerY - y)
  const [nearX = x, nearY = y] = largest.reduce((near, corner) => (distance(corner) < distance(near) ? corner : near))
  return [nearX, nearY]
}
