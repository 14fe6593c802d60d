import { distance } from '../plane/point'
import { quarterAt } from '../town/quarter-at'
import type { Style } from '../town/quarters'
import type { Junction } from './street-graph'

/** How far a transformer serves, in metres: the denser, the nearer. */
const REACH: Record<Style, number> = { old: 170, terrace: 200, blocks: 190, villas: 260, works: 220, farms: 900 }

/** Spreads transformers over the town until every junction has one in reach, beginning at `first`. */
export function placeTransformers(junctions: readonly Junction[], first: Junction): Junction[] {
  const needs = junctions.map((junction) => ({
    junction,
    reach: REACH[quarterAt(junction.point).style],
    metres: distance(junction.point, first.point),
  }))
  const chosen = [first]
  for (;;) {
    const worst = needs.reduce((a, b) => (b.metres / b.reach > a.metres / a.reach ? b : a))
    if (worst.metres <= worst.reach) return chosen
    chosen.push(worst.junction)
    for (const need of needs) need.metres = Math.min(need.metres, distance(need.junction.point, worst.junction.point))
  }
}
