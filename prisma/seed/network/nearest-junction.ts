import { distance, type Point } from '../plane/point'
import type { Junction } from './street-graph'

/** The junction nearest to a place. Throws when there is none. */
export function nearestJunction(junctions: Iterable<Junction>, place: Point): Junction {
  let best: Junction | undefined
  for (const junction of junctions) if (!best || distance(junction.point, place) < distance(best.point, place)) best = junction
  if (!best) throw new Error('There is no junction.')
  return best
}
