import { type Line, smooth } from '../plane/line'
import { createRandom, type Random } from '../random'
import { createSpokes, isGate, placeOn, type Spoke, spokeLine } from './spoke'
import { inOldTown, piazzaEdge } from './walls'
import { type Way, way } from './way'
import { WayIndex } from './way-index'

/** Where lanes run round the piazza: 0 is the piazza, 1 the walls. */
const ROUNDS = { inner: 0.31, middle: 0.54, outer: 0.78 }
/** Where the lanes between the gates' streets begin, to be continued to the inner round. */
const LANE_START = ROUNDS.inner + 0.12
/** Metres that a lane may be continued to meet the inner round. */
const JOIN = 75
/** Metres from the middle of the piazza to its houses. */
const PIAZZA_HALF_WIDTH = 25

interface Corner {
  spoke: Spoke
  share: number
}

/** A lane that runs round the piazza from spoke to spoke, a little nearer here, a little farther there. */
function roundLine(corners: readonly Corner[], random: Random): Line {
  const bends = corners.flatMap(({ spoke, share }, position) => {
    const here = placeOn(spoke, share)
    const next = corners[position + 1]
    if (!next) return [here]
    const turn = (next.spoke.degrees - spoke.degrees + 360) % 360
    return [here, inOldTown(spoke.degrees + turn / 2, (share + next.share) / 2 + random.between(-0.03, 0.04))]
  })
  return smooth(bends, 14)
}

/** Cuts a whole round into lanes of a few spans, leaving a span out now and then. */
function roundLanes(spokes: readonly Spoke[], share: number, leaveOut: number, random: Random): Way[] {
  const corners = spokes.map((spoke) => ({ spoke, share: share + random.between(-0.06, 0.06) }))
  const closed = [...corners, ...corners.slice(0, 1)]
  const lanes: Way[] = []
  for (let at = 0; at < closed.length - 1; ) {
    if (random.chance(leaveOut)) at++
    const end = Math.min(closed.length - 1, at + random.whole(2, 4))
    if (end > at) lanes.push(way('lane', roundLine(closed.slice(at, end + 1), random)))
    at = end
  }
  return lanes
}

/** The streets inside the old walls: crooked, narrow, all leading to the piazza. */
export function oldTownStreets(): Way[] {
  const random = createRandom('old town')
  const spokes = createSpokes(random)
  const square = way('residential', [piazzaEdge(180), [0, 3], piazzaEdge(0)], { type: 'Piazza', name: 'della Libertà' })
  const gates = spokes.filter(isGate).map((spoke) => way('residential', spokeLine(spoke, 0), spoke.name))
  const inner = roundLanes(spokes.filter(isGate), ROUNDS.inner, 0.05, random)
  const index = new WayIndex()
  for (const street of [...gates, ...inner]) index.add(street)
  const between = spokes.filter((spoke) => !isGate(spoke)).map((spoke) => spokeLine(spoke, LANE_START))
  const joined = between.map((line) =>
    way(
      'lane',
      index.joined(line, JOIN, () => true),
    ),
  )
  const outer = [...roundLanes(spokes, ROUNDS.middle, 0.15, random), ...roundLanes(spokes, ROUNDS.outer, 0.25, random)]
  return [{ ...square, halfWidth: PIAZZA_HALF_WIDTH }, ...gates, ...inner, ...joined, ...outer]
}
