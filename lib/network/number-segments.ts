/** Segments by position, and what conducts between them. */
export interface PlainSegments {
  count: number
  /** For each conducting barrier, the segments on its two sides. */
  sidesA: Int32Array
  sidesB: Int32Array
  /** 1 where the segment holds a source. */
  hasSource: Uint8Array
}

/** All arrays are indexed by position; what they hold are numbers from 1 on. 0 stands for nothing. */
export interface NumberedSegments {
  number: Int32Array
  /** What depends on a segment is number to last. 0: no source reaches it. */
  last: Int32Array
  /** Where isolating one segment cuts a piece off that was entered here: that segment. */
  parent: Int32Array
  /** The end of that piece. */
  pieceLast: Int32Array
}

interface Walk {
  /** Positions in the order in which they were met, parents before children. */
  order: Int32Array
  /** The position that each was met from; -1 for those that hold a source and were met first. */
  parents: Int32Array
  /** 1 where nothing in the subtree leads past the parent. */
  isPiece: Uint8Array
}

/** Neighbours of segment s: `to[starts[s]]` up to before `to[starts[s + 1]]`. */
function listNeighbours({ count, sidesA, sidesB }: PlainSegments): { starts: Int32Array; to: Int32Array } {
  const starts = new Int32Array(count + 1)
  for (const sides of [sidesA, sidesB]) for (const side of sides) starts[side + 1] = (starts[side + 1] ?? 0) + 1
  for (let at = 1; at <= count; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const next = starts.slice()
  const to = new Int32Array(sidesA.length * 2)
  const add = (side: number, other: number) => {
    const at = next[side] ?? 0
    to[at] = other
    next[side] = at + 1
  }
  for (let barrier = 0; barrier < sidesA.length; barrier++) {
    add(sidesA[barrier] ?? 0, sidesB[barrier] ?? 0)
    add(sidesB[barrier] ?? 0, sidesA[barrier] ?? 0)
  }
  return { starts, to }
}

/**
 * One depth-first search from a root that is joined to every segment with a source. `low` of a segment is the earliest that its subtree has a barrier to;
 * the root is met at 0. Keeps its own stack: a chain of a million segments is as deep.
 */
function walk(segments: PlainSegments): Walk {
  const { count, hasSource } = segments
  const { starts, to } = listNeighbours(segments)
  const met = new Int32Array(count)
  const low = new Int32Array(count)
  const parents = new Int32Array(count).fill(-1)
  const isPiece = new Uint8Array(count)
  const order = new Int32Array(count)
  const next = starts.slice(0, count)
  let size = 0
  const meet = (segment: number, parent: number) => {
    order[size++] = segment
    met[segment] = size
    low[segment] = hasSource[segment] === 1 ? 0 : size
    parents[segment] = parent
  }
  for (let source = 0; source < count; source++) {
    if (hasSource[source] !== 1 || met[source] !== 0) continue
    meet(source, -1)
    for (let at = source; at !== -1; ) {
      const step = next[at] ?? 0
      if (step < (starts[at + 1] ?? 0)) {
        next[at] = step + 1
        const other = to[step] ?? 0
        const seen = met[other] ?? 0
        if (seen !== 0) low[at] = Math.min(low[at] ?? 0, seen)
        else {
          meet(other, at)
          at = other
        }
        continue
      }
      const parent = parents[at] ?? -1
      if (parent !== -1) {
        if ((low[at] ?? 0) >= (met[parent] ?? 0)) isPiece[at] = 1
        low[parent] = Math.min(low[parent] ?? 0, low[at] ?? 0)
      }
      at = parent
    }
  }
  return { order: order.subarray(0, size), parents, isPiece }
}

/**
 * Numbers segments so that whatever loses every source when one is isolated has the numbers after it: the depth-first tree in preorder, where the children
 * whose subtree hangs on the segment alone come first. Those that no source reaches come last. docs/tracing.md proves it.
 */
export function numberSegments(segments: PlainSegments): NumberedSegments {
  const { count } = segments
  const { order, parents, isPiece } = walk(segments)
  const size = new Int32Array(count).fill(1)
  const hanging = new Int32Array(count)
  for (let at = order.length - 1; at >= 0; at--) {
    const segment = order[at] ?? 0
    const parent = parents[segment] ?? -1
    if (parent === -1) continue
    size[parent] = (size[parent] ?? 0) + (size[segment] ?? 0)
    if (isPiece[segment] === 1) hanging[parent] = (hanging[parent] ?? 0) + (size[segment] ?? 0)
  }
  const numbered = {
    number: new Int32Array(count),
    last: new Int32Array(count),
    parent: new Int32Array(count),
    pieceLast: new Int32Array(count),
  }
  const { number, last, parent: hangsOn, pieceLast } = numbered
  const nextPiece = new Int32Array(count)
  const nextOther = new Int32Array(count)
  let free = 1
  const take = (next: Int32Array, parent: number, length: number): number => {
    const first = next[parent] ?? 0
    next[parent] = first + length
    return first
  }
  for (const segment of order) {
    const length = size[segment] ?? 1
    const parent = parents[segment] ?? -1
    const first = parent === -1 ? free : take(isPiece[segment] === 1 ? nextPiece : nextOther, parent, length)
    if (parent === -1) free += length
    number[segment] = first
    last[segment] = first + (hanging[segment] ?? 0)
    nextPiece[segment] = first + 1
    nextOther[segment] = (last[segment] ?? 0) + 1
    if (isPiece[segment] === 1) {
      hangsOn[segment] = number[parent] ?? 0
      pieceLast[segment] = first + length - 1
    }
  }
  for (let segment = 0; segment < count; segment++) if (number[segment] === 0) number[segment] = free++
  return numbered
}
