import { BoxIndex } from '../plane/box-index'
import { type Line, segmentsOf } from '../plane/line'
import type { Point } from '../plane/point'
import { contains, type Polygon } from '../plane/polygon'
import { distanceToSegment } from '../plane/segment'
import { greens } from './green'
import { RAIL_REACH, railLine } from './railway'
import { oldArm, RIVER_REACH, riverLine } from './river'

interface Barrier {
  a: Point
  b: Point
  reach: number
}

const barriers = new BoxIndex<Barrier>()
function bar(line: Line, reach: number): void {
  for (const [a, b] of segmentsOf(line)) barriers.add({ a, b, reach }, [a, b])
}
bar(riverLine, RIVER_REACH)
bar(railLine, RAIL_REACH)

const closed = new BoxIndex<Polygon>()
for (const outline of [...greens.map((green) => green.outline), oldArm]) closed.add(outline, outline)

/** Whether one may build here: dry, off the railway, and not in a park. */
export function isBuildable(place: Point): boolean {
  for (const { a, b, reach } of barriers.near([place], RIVER_REACH)) {
    if (distanceToSegment(place, a, b) < reach) return false
  }
  for (const outline of closed.near([place], 0)) if (contains(outline, place)) return false
  return true
}
