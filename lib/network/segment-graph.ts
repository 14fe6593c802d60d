import type { Barrier } from './barrier'

/** The segments of a network and what lies between them. Arrays are indexed by segment number; 0 is not used. */
export interface SegmentGraph {
  /** Numbers run from 1 to this. */
  count: number
  /** 1 where some source reaches the segment as devices stand. */
  supplied: Uint8Array
  /** Segments that hold a source. */
  sources: readonly number[]
  barriers: readonly Barrier[]
  /** Barriers around segment n: `around[starts[n]]` up to before `around[starts[n + 1]]`, as positions in `barriers`. */
  starts: Int32Array
  around: Int32Array
}

/** Lists the barriers around each segment. One with the same segment on both sides divides nothing and is left out. */
export function indexBarriers(count: number, barriers: readonly Barrier[]): Pick<SegmentGraph, 'barriers' | 'starts' | 'around'> {
  const dividing = barriers.filter(({ sides: [a, b] }) => a !== b)
  const starts = new Int32Array(count + 2)
  for (const { sides } of dividing) for (const side of sides) starts[side + 1] = (starts[side + 1] ?? 0) + 1
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const next = starts.slice()
  const around = new Int32Array(dividing.length * 2)
  for (const [position, { sides }] of dividing.entries()) {
    for (const side of sides) {
      const at = next[side] ?? 0
      around[at] = position
      next[side] = at + 1
    }
  }
  return { barriers: dividing, starts, around }
}

/** Calls `visit` for each barrier around a segment, with the segment behind it. */
export function visitBarriers(graph: SegmentGraph, segment: number, visit: (barrier: Barrier, behind: number) => void): void {
  const end = graph.starts[segment + 1] ?? 0
  for (let at = graph.starts[segment] ?? 0; at < end; at++) {
    const barrier = graph.barriers[graph.around[at] ?? 0]
    if (barrier) visit(barrier, barrier.sides[0] === segment ? barrier.sides[1] : barrier.sides[0])
  }
}
