import { cross, type Point, subtract } from './point'

/** How far along `a`–`b` (0 to 1) the place nearest to `point` is. */
export function shareNearest(point: Point, a: Point, b: Point): number {
  const [x, y] = [b[0] - a[0], b[1] - a[1]]
  const square = x * x + y * y
  return square === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - a[0]) * x + (point[1] - a[1]) * y) / square))
}

/** Metres from the point to the segment `a`–`b`. */
export function distanceToSegment(point: Point, a: Point, b: Point): number {
  const share = shareNearest(point, a, b)
  return Math.hypot(point[0] - a[0] - (b[0] - a[0]) * share, point[1] - a[1] - (b[1] - a[1]) * share)
}

/** Where `a`–`b` and `c`–`d` cross, as the share of the way along each; null when they do not or run alike. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { share: number; otherShare: number } | null {
  const one = subtract(b, a)
  const other = subtract(d, c)
  const turn = cross(one, other)
  if (Math.abs(turn) < 1e-9) return null
  const share = cross(subtract(c, a), other) / turn
  const otherShare = cross(subtract(c, a), one) / turn
  return share >= 0 && share <= 1 && otherShare >= 0 && otherShare <= 1 ? { share, otherShare } : null
}

export const segmentsCross = (a: Point, b: Point, c: Point, d: Point): boolean => crossing(a, b, c, d) !== null
