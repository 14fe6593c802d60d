import { distance, type Point, subtract } from '../plane/point'
import type { Junction } from './street-graph'

/** Orders transformers as a cable visits them: always on to the nearest that is left. */
function chain(transformers: readonly Junction[], from: Point): Junction[] {
  const left = new Set(transformers)
  const result: Junction[] = []
  for (let here = from; left.size > 0; ) {
    const next = [...left].reduce((a, b) => (distance(b.point, here) < distance(a.point, here) ? b : a))
    left.delete(next)
    result.push(next)
    here = next.point
  }
  return result
}

/** Divides the transformers among `count` feeders that leave the substation in different directions. */
export function planFeeders(transformers: readonly Junction[], substation: Point, count: number): Junction[][] {
  const bearing = ({ point }: Junction) => Math.atan2(...subtract(point, substation))
  const sorted = transformers.toSorted((a, b) => bearing(a) - bearing(b))
  const size = Math.ceil(sorted.length / count)
  return Array.from({ length: count }, (_, index) => chain(sorted.slice(index * size, (index + 1) * size), substation))
}
