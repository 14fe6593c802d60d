import { cross, dot, left, type Point, subtract } from './point'
import { distanceToSegment, segmentsCross } from './segment'

/** A ring of corners, the first not repeated. */
export type Polygon = readonly Point[]

/** The polygon's sides. */
export function sidesOf(polygon: Polygon): [Point, Point][] {
  return polygon.map((point, index) => [point, polygon[(index + 1) % polygon.length] as Point])
}

/** Whether the point lies inside (even-odd rule). */
export function contains(polygon: Polygon, [x, y]: Point): boolean {
  let inside = false
  let a = polygon.at(-1)
  for (const b of polygon) {
    if (a && a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    a = b
  }
  return inside
}

/** Whether all turns go the same way. */
export function isConvex(polygon: Polygon): boolean {
  const turns = sidesOf(polygon).map(([a, b], index) => {
    const next = polygon[(index + 2) % polygon.length] as Point
    return cross(subtract(b, a), subtract(next, b))
  })
  return turns.every((turn) => turn > 0) || turns.every((turn) => turn < 0)
}

function spread(polygon: Polygon, axis: Point): [number, number] {
  const shadows = polygon.map((point) => dot(point, axis))
  return [Math.min(...shadows), Math.max(...shadows)]
}

/** Whether two convex polygons are nearer than `clearance` metres, or overlap by more than -`clearance` (separating axes). */
export function isNearer(clearance: number, one: Polygon, other: Polygon): boolean {
  return [...sidesOf(one), ...sidesOf(other)].every(([a, b]) => {
    const side = subtract(b, a)
    const length = Math.hypot(side[0], side[1]) || 1
    const axis: Point = [left(side)[0] / length, left(side)[1] / length]
    const [low, high] = spread(one, axis)
    const [otherLow, otherHigh] = spread(other, axis)
    return otherLow - high < clearance && low - otherHigh < clearance
  })
}

/** Whether the segment from `a` to `b` comes within `reach` metres of the polygon. */
export function isWithin(reach: number, polygon: Polygon, a: Point, b: Point): boolean {
  if (contains(polygon, a)) return true
  return sidesOf(polygon).some(
    ([c, d]) =>
      distanceToSegment(c, a, b) < reach ||
      distanceToSegment(a, c, d) < reach ||
      distanceToSegment(b, c, d) < reach ||
      segmentsCross(a, b, c, d),
  )
}
