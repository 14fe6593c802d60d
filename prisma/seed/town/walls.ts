import type { Line } from '../plane/line'
import { between, type Point } from '../plane/point'

/** How far the old walls stand from the piazza, in metres, every 30 degrees counterclockwise from the east. */
const RADII = [430, 352, 286, 304, 330, 402, 446, 430, 356, 384, 398, 372]
const STEP = 360 / RADII.length

function radiusAt(degrees: number): number {
  const turn = (((degrees % 360) + 360) % 360) / STEP
  const low = RADII[Math.floor(turn)] ?? 0
  const high = RADII[(Math.floor(turn) + 1) % RADII.length] ?? 0
  const ease = (1 - Math.cos((turn % 1) * Math.PI)) / 2
  return low + (high - low) * ease
}

/** The place on the walls that lies in this direction from the piazza. */
export function ring(degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180
  return [radiusAt(degrees) * Math.cos(angle), radiusAt(degrees) * Math.sin(angle)]
}

/** The walls from one direction to another, counterclockwise. */
export function ringBetween(from: number, to: number): Line {
  const steps = Math.ceil((to - from) / 3)
  return Array.from({ length: steps + 1 }, (_, step) => ring(from + ((to - from) * step) / steps))
}

/** Everything inside the walls. */
export const oldTown: Line = ringBetween(0, 357)

/** The edge of the piazza in this direction. */
export function piazzaEdge(degrees: number): Point {
  const angle = (degrees * Math.PI) / 180
  return [2 + 40 * Math.cos(angle), 1 + 5 * Math.sin(angle)]
}

/** A place in the old town: `share` 0 on the piazza, 1 on the walls. */
export function inOldTown(degrees: number, share: number): Point {
  return between(piazzaEdge(degrees), ring(degrees), share)
}
