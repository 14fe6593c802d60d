import { BoxIndex } from '../plane/box-index'
import { type Line, lengthOf, measures, segmentsOf, slice, stationAt } from '../plane/line'
import { distance, type Point } from '../plane/point'
import { crossing, distanceToSegment, shareNearest } from '../plane/segment'
import type { Street } from '../town/street'
import type { Way } from '../town/way'
import { WayIndex } from '../town/way-index'

/** Where streets meet or end. */
export interface Junction {
  id: number
  point: Point
}

/** A piece of a street from one junction to the next. */
export interface Stretch {
  id: number
  street: Street
  /** Metres along the street. */
  from: number
  to: number
  start: Junction
  end: Junction
  line: Line
}

export interface StreetGraph {
  junctions: Junction[]
  stretches: Stretch[]
}

/** Metres: a street's end this near to another street lies on it. */
const TOUCH = 0.8
/** Metres: meeting places nearer than this are one junction. */
const MERGE = 4

/** Where other streets cross or touch this one, in metres along it. */
function cutsOf(way: Way, index: WayIndex): number[] {
  const at = measures(way.line)
  return segmentsOf(way.line).flatMap(([a, b], position) => {
    const length = distance(a, b)
    const others = [...index.near([a, b], TOUCH)].filter((piece) => piece.way !== way)
    const shares = others.flatMap((piece) => {
      const hit = crossing(a, b, piece.a, piece.b)
      const touching = [piece.a, piece.b].filter((end) => distanceToSegment(end, a, b) < TOUCH)
      return [...(hit ? [hit.share] : []), ...touching.map((end) => shareNearest(end, a, b))]
    })
    return shares.map((share) => (at[position] ?? 0) + share * length)
  })
}

/** Ends and cuts in order, without those that are too near to the one before. */
function stopsOf(way: Way, index: WayIndex): number[] {
  const length = lengthOf(way.line)
  const inner = cutsOf(way, index).sort((a, b) => a - b)
  const stops = [0]
  for (const cut of inner) if (cut - (stops.at(-1) ?? 0) > MERGE && length - cut > MERGE) stops.push(cut)
  return [...stops, length]
}

/** The streets as a graph, for pipes and cables to follow. Footpaths carry none. */
export function createStreetGraph(streets: readonly Street[]): StreetGraph {
  const carrying = streets.filter((street) => street.way.kind !== 'path')
  const index = new WayIndex()
  for (const { way } of carrying) index.add(way)
  const junctions: Junction[] = []
  const places = new BoxIndex<Junction>()
  function junctionAt(point: Point): Junction {
    for (const known of places.near([point], MERGE)) if (distance(known.point, point) < MERGE) return known
    const junction = { id: junctions.length + 1, point }
    junctions.push(junction)
    places.add(junction, [point])
    return junction
  }
  const stretches: Stretch[] = []
  for (const street of carrying) {
    const stops = stopsOf(street.way, index)
    for (const [position, to] of stops.slice(1).entries()) {
      const from = stops[position] ?? 0
      const start = junctionAt(stationAt(street.way.line, from).point)
      const end = junctionAt(stationAt(street.way.line, to).point)
      if (start === end) continue
      const line = [start.point, ...slice(street.way.line, from, to).slice(1, -1), end.point]
      stretches.push({ id: stretches.length + 1, street, from, to, start, end, line })
    }
  }
  return { junctions, stretches }
}

/** The stretches that meet at each junction. */
export function stretchesAt(stretches: readonly Stretch[]): Map<Junction, Stretch[]> {
  const meeting = new Map<Junction, Stretch[]>()
  for (const stretch of stretches) {
    for (const junction of [stretch.start, stretch.end]) meeting.set(junction, [...(meeting.get(junction) ?? []), stretch])
  }
  return meeting
}

export const otherEnd = (stretch: Stretch, junction: Junction): Junction => (stretch.start === junction ? stretch.end : stretch.start)
