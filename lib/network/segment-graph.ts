import { type Barrier, conducts } from './barrier'

/** The segments of a network and what lies between them. Arrays are indexed by segment number; 0 is not used. */
export interface SegmentGraph {
  /** Numbers run from 1 to this. */
  count: number
  /** 1 where some source reaches the segment as devices stand. */
  supplied: Uint8Array
  /** Segments that hold a source. */
  sources: readonly number[]
  barriers: readonly Barrier[]
  /** For each barrier: 1 where it conducts, as devices stand. */
  conducting: Uint8Array
  /** Positions of those that do not. */
  idle: readonly number[]
  /** Barriers around segment n: `around[starts[n]]` up to before `around[starts[n + 1]]`, as positions in `barriers`. */
  starts: Int32Array
  around: Int32Array
  /** The segment behind each of these. */
  behind: Int32Array
}

/** Lists the barriers around each segment. One with the same segment on both sides divides nothing and is left out. */
export function indexBarriers(count: number, barriers: readonly Barrier[]): Omit<SegmentGraph, 'count' | 'supplied' | 'sources'> {
  const dividing = barriers.filter(({ sides: [a, b] }) => a !== b)
  const starts = new Int32Array(count + 2)
  for (const { sides } of dividing) for (const side of sides) starts[side + 1] = (starts[side + 1] ?? 0) + 1
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const next = starts.slice()
  const around = new Int32Array(dividing.length * 2)
  const behind = new Int32Array(dividing.length * 2)
  for (const [position, { sides }] of dividing.entries()) {
    for (const side of sides) {
      const at = next[side] ?? 0
      around[at] = position
      behind[at] = side === sides[0] ? sides[1] : sides[0]
      next[side] = at + 1
    }
  }
  const conducting = Uint8Array.from(dividing, (barrier) => (conducts(barrier) ? 1 : 0))
  const idle = [...conducting.keys()].filter((position) => conducting[position] === 0)
  return { barriers: dividing, conducting, idle, starts, around, behind }
}
