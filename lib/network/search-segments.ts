import { badInput } from '@/lib/errors'
import { chooseDevice, compareCodes, conducts, findIdleDevice } from './barrier'
import type { SegmentRange } from './network'
import type { TraceTask } from './read-trace-request'
import type { SegmentGraph } from './segment-graph'

export interface SegmentSearch {
  devices: string[]
  /** How many segments are isolated. */
  segments: number
  isolated: SegmentRange[]
  /** Cut, but not isolated. */
  cut: SegmentRange[]
  /** Both of these. */
  ranges: SegmentRange[]
  /** Devices that would bring supply back, each with the segments that would have it. Those of one piece share its ranges. */
  alternatives: Array<{ device: string; ranges: SegmentRange[] }>
}

/** Walks from `from` on wherever `enter` lets it: through the barrier at a position, into the segment behind it. Marks what it reaches. */
function spread(
  { count, starts, around, behind }: SegmentGraph,
  from: Iterable<number>,
  enter: (barrier: number, behind: number) => boolean,
): Uint8Array {
  const reached = new Uint8Array(count + 1)
  const waiting = [...from]
  for (const segment of waiting) reached[segment] = 1
  for (let segment = waiting.pop(); segment !== undefined; segment = waiting.pop()) {
    const end = starts[segment + 1] ?? 0
    for (let at = starts[segment] ?? 0; at < end; at++) {
      const next = behind[at] ?? 0
      if (reached[next] === 1 || !enter(around[at] ?? 0, next)) continue
      reached[next] = 1
      waiting.push(next)
    }
  }
  return reached
}

/** For each barrier: 1 where it conducts when the devices of `feeding` are operated. */
function operate({ barriers, conducting, idle }: SegmentGraph, feeding: ReadonlySet<string>): Uint8Array {
  if (feeding.size === 0) return conducting
  const operated = conducting.slice()
  for (const position of idle) {
    const barrier = barriers[position]
    if (barrier && conducts(barrier, feeding)) operated[position] = 1
  }
  return operated
}

/** The numbers that `has` holds of, as ranges. */
function toRanges(count: number, has: (segment: number) => boolean): SegmentRange[] {
  const ranges: SegmentRange[] = []
  for (let from = 1; from <= count; from++) {
    if (!has(from)) continue
    let to = from
    while (to < count && has(to + 1)) to++
    ranges.push([from, to])
    from = to
  }
  return ranges
}

function countIn(ranges: readonly SegmentRange[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0)
}

function findDevicesToClose(graph: SegmentGraph, isolated: Uint8Array, operated: Uint8Array, { stuck, feeding }: TraceTask): string[] {
  return graph.barriers
    .flatMap((barrier, position) => {
      if (operated[position] === 0 || isolated[barrier.sides[0]] === isolated[barrier.sides[1]]) return []
      if (graph.conducting[position] === 1) return chooseDevice(barrier, stuck) ?? []
      const device = barrier.devices.find(({ code }) => feeding.has(code))?.code ?? ''
      throw badInput('network_feeds_isolated', 'feeding', { code: device })
    })
    .sort(compareCodes)
}

/**
 * Isolates segments: where every device of a conducting barrier is stuck, what is behind it is isolated too. Then asks what no source reaches any more.
 * Takes time and memory by the number of segments and barriers. Throws `bad_input` where a device feeds what is isolated.
 */
export function searchSegments(graph: SegmentGraph, task: TraceTask): SegmentSearch {
  const { segments, stuck, feeding } = task
  const { barriers, conducting } = graph
  const operated = operate(graph, feeding)
  const isStuck = (position: number) => {
    const barrier = barriers[position]
    return barrier !== undefined && conducting[position] === 1 && chooseDevice(barrier, stuck) === null
  }
  const isolated = spread(graph, segments, isStuck)
  const isFree = (segment: number) => isolated[segment] === 0
  const devices = findDevicesToClose(graph, isolated, operated, task)
  const reached = spread(graph, graph.sources.filter(isFree), (barrier, behind) => operated[barrier] === 1 && isFree(behind))
  const isCut = (segment: number) => graph.supplied[segment] === 1 && reached[segment] === 0 && isFree(segment)
  const isolatedRanges = toRanges(graph.count, (segment) => !isFree(segment))

  const isDark = (segment: number) => reached[segment] === 0 && isFree(segment)
  const pieces = new Map<number, SegmentRange[]>()
  /** What is cut of the piece that a dark segment hangs together with: it may be reached through parts that had no supply before, but feed now. */
  function pieceOf(segment: number): SegmentRange[] {
    const known = pieces.get(segment)
    if (known) return known
    const piece = spread(graph, [segment], (barrier, behind) => operated[barrier] === 1 && isDark(behind))
    const ranges = toRanges(graph.count, (number) => piece[number] === 1 && isCut(number))
    for (const [number, isPart] of piece.entries()) if (isPart === 1) pieces.set(number, ranges)
    return ranges
  }
  const alternatives = graph.idle.flatMap((position) => {
    const barrier = barriers[position]
    if (!barrier) return []
    const device = findIdleDevice(barrier, feeding, stuck)
    const [a, b] = barrier.sides
    const dark = isDark(a) && reached[b] === 1 ? a : isDark(b) && reached[a] === 1 ? b : null
    if (device === null || dark === null) return []
    const piece = pieceOf(dark)
    return piece.length === 0 ? [] : [{ device, ranges: piece }]
  })
  return {
    devices,
    segments: countIn(isolatedRanges),
    isolated: isolatedRanges,
    cut: toRanges(graph.count, isCut),
    ranges: toRanges(graph.count, (segment) => !isFree(segment) || isCut(segment)),
    alternatives,
  }
}
