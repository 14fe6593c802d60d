import { type Junction, otherEnd, type Stretch, stretchesAt } from './street-graph'

/** How a junction is reached from the nearest source. */
export interface Reached {
  source: Junction
  /** Metres along the streets. */
  metres: number
  /** The stretch by which one arrives; null at the source itself. */
  by: Stretch | null
}

/** The shortest way from the nearest of `sources` to every junction that the stretches reach (Dijkstra). */
export function shortestWays(stretches: readonly Stretch[], sources: readonly Junction[]): Map<Junction, Reached> {
  const meeting = stretchesAt(stretches)
  const open = new Map<Junction, Reached>(sources.map((source) => [source, { source, metres: 0, by: null }]))
  const settled = new Map<Junction, Reached>()
  while (open.size > 0) {
    const [junction, reached] = nearest(open)
    open.delete(junction)
    settled.set(junction, reached)
    for (const stretch of meeting.get(junction) ?? []) {
      const next = otherEnd(stretch, junction)
      const metres = reached.metres + stretch.to - stretch.from
      const known = open.get(next)?.metres ?? Number.POSITIVE_INFINITY
      if (!settled.has(next) && metres < known) open.set(next, { source: reached.source, metres, by: stretch })
    }
  }
  return settled
}

function nearest(open: Map<Junction, Reached>): [Junction, Reached] {
  let best: [Junction, Reached] | undefined
  for (const entry of open) if (!best || entry[1].metres < best[1].metres) best = entry
  if (!best) throw new Error('Nothing is open.')
  return best
}

/** The stretches from `to` back to its source, in that order. */
export function wayBack(ways: Map<Junction, Reached>, to: Junction): Stretch[] {
  const result: Stretch[] = []
  let here = to
  for (let by = ways.get(here)?.by; by; by = ways.get(here)?.by) {
    result.push(by)
    here = otherEnd(by, here)
  }
  return result
}
