import { type Line, smooth } from '../plane/line'
import type { Point } from '../plane/point'
import { createRandom } from '../random'
import { inOldTown, piazzaEdge } from './walls'
import { type StreetName, type Way, way } from './way'
import { WayIndex } from './way-index'

interface Spoke {
  degrees: number
  /** How far it strays from straight, in degrees. */
  sway: number
  name?: StreetName
}

/** The eight streets from the gates to the piazza; each gate has its road in main-roads.ts. */
const GATES: Spoke[] = [
  { degrees: -3, sway: 4, name: { type: 'Via', name: 'Camillo Cavour' } },
  { degrees: 42, sway: -7, name: { type: 'Via', name: 'San Lorenzo' } },
  { degrees: 88, sway: 6, name: { type: 'Via', name: 'Roma' } },
  { degrees: 140, sway: 7, name: { type: 'Via', name: 'Dante Alighieri' } },
  { degrees: 181, sway: -6, name: { type: 'Via', name: 'Giuseppe Garibaldi' } },
  { degrees: 222, sway: 8, name: { type: 'Via', name: 'Giuseppe Mazzini' } },
  { degrees: 268, sway: -7, name: { type: 'Via', name: 'Porta Fiume' } },
  { degrees: 322, sway: 6, name: { type: 'Via', name: 'Santa Maria di Castello' } },
]

/** Where lanes run round the piazza: 0 is the piazza, 1 the walls. */
const ROUNDS = { inner: 0.31, middle: 0.54, outer: 0.78 }
/** Metres that a lane may be continued to meet the round before it. */
const JOIN = 75

const random = createRandom('old town')

/** The gates' streets, and between each two a lane from the inner round to the walls. */
const spokes: Spoke[] = GATES.flatMap((gate, index) => {
  const next = GATES[index + 1]?.degrees ?? (GATES[0] as Spoke).degrees + 360
  return [gate, { degrees: (gate.degrees + next) / 2 + random.between(-5, 5), sway: random.between(-6, 6) }]
})
const all = spokes.map((_, index) => index)
const isGate = (index: number): boolean => index % 2 === 0
const spokeAt = (index: number): Spoke => spokes[index] as Spoke

/** A place on a spoke; its sway begins and ends at nothing. */
function placeOn({ degrees, sway }: Spoke, share: number): Point {
  return inOldTown(degrees + sway * (Math.sin(share * Math.PI) + 0.6 * Math.sin(share * 2 * Math.PI)), share)
}

function spokeLine(spoke: Spoke, from: number): Line {
  return Array.from({ length: 17 }, (_, step) => placeOn(spoke, from + ((1 - from) * step) / 16))
}

/** A lane that runs round the piazza from spoke to spoke, a little nearer here, a little farther there. */
function roundLine(places: { index: number; share: number }[]): Line {
  const corners = places.flatMap(({ index, share }, position) => {
    const here = placeOn(spokeAt(index), share)
    const next = places[position + 1]
    if (!next) return [here]
    const from = spokeAt(index).degrees
    const turn = (spokeAt(next.index).degrees - from + 360) % 360
    return [here, inOldTown(from + turn / 2, (share + next.share) / 2 + random.between(-0.03, 0.04))]
  })
  return smooth(corners, 14)
}

/** Cuts a whole round into streets of a few spans, leaving a span out now and then. */
function roundStreets(indices: number[], share: number, leaveOut: number): Line[] {
  const shares = new Map(indices.map((index) => [index, share + random.between(-0.06, 0.06)]))
  const closed = [...indices, indices[0] ?? 0]
  const streets: Line[] = []
  for (let at = 0; at < closed.length - 1; ) {
    if (random.chance(leaveOut)) at++
    const end = Math.min(closed.length - 1, at + random.whole(2, 4))
    const places = closed.slice(at, end + 1).map((index) => ({ index, share: shares.get(index) ?? share }))
    if (places.length > 1) streets.push(roundLine(places))
    at = end
  }
  return streets
}

function lanes(lines: Line[]): Way[] {
  return lines.map((line) => way('lane', line))
}

/** The streets inside the old walls: crooked, narrow, all leading to the piazza. */
export function oldTownStreets(): Way[] {
  const index = new WayIndex()
  const piazza = {
    ...way('residential', [piazzaEdge(180), [0, 3], piazzaEdge(0)], { type: 'Piazza', name: 'della Libertà' }),
    halfWidth: 25,
  }
  const gates = all.filter(isGate).map((gate) => way('residential', spokeLine(spokeAt(gate), 0), spokeAt(gate).name))
  const inner = lanes(roundStreets(all.filter(isGate), ROUNDS.inner, 0.05))
  for (const street of [...gates, ...inner]) index.add(street)
  const between = all.filter((spoke) => !isGate(spoke)).map((spoke) => spokeLine(spokeAt(spoke), ROUNDS.inner + 0.12))
  const joined = lanes(between.map((line) => index.joined(line, JOIN, () => true)))
  const outer = lanes([...roundStreets(all, ROUNDS.middle, 0.15), ...roundStreets(all, ROUNDS.outer, 0.25)])
  return [piazza, ...gates, ...inner, ...joined, ...outer]
}
