import { add, left, type Point, scale } from '../plane/point'
import type { Polygon } from '../plane/polygon'
import type { Quarter } from './quarters'
import type { Way } from './way'

export type Side = 'left' | 'right'

/** A building on one side of a street, from `from` to `to` metres along it. */
export interface Building {
  way: Way
  side: Side
  from: number
  to: number
  quarter: Quarter
  footprint: Polygon
  /** Dwellings behind one meter; 1 for a house with a meter of its own. */
  units: number
}

/** The place `inward` metres away from the street's middle, on one side of a point of it. */
export function beside(point: Point, heading: Point, side: Side, inward: number): Point {
  return add(point, scale(left(heading), side === 'left' ? inward : -inward))
}
