import type { Point } from '../plane/point'
import { contains } from '../plane/polygon'
import { countryside, type Quarter, quarters } from './quarters'

/** The quarter that holds this place. */
export function quarterAt(place: Point): Quarter {
  return quarters.find((quarter) => contains(quarter.outline, place)) ?? countryside
}
