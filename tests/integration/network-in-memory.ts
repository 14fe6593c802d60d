import { groupBarriers } from '@/lib/network/barrier'
import { findSegments } from '@/lib/network/find-segments'
import { numberSegments } from '@/lib/network/number-segments'
import { indexBarriers, type SegmentGraph } from '@/lib/network/segment-graph'
import type { TestNetwork } from './network-plain-search'

/** The product's own segments of a network, without a database between. */
export interface InMemory {
  graph: SegmentGraph
  numberOf: (part: string) => number
  lastOf: (segment: number) => number
}

/** Runs the algorithm over a network as the import does over tables. */
export function segmentInMemory({ nodes, links, devices }: TestNetwork): InMemory {
  const nodeAt = new Map(nodes.map(({ code }, at) => [code, at]))
  const linkAt = new Map(links.map(({ code }, at) => [code, at]))
  const at = (positions: Map<string, number>, code: string) => positions.get(code) ?? -1
  const found = findSegments({
    nodes: nodes.length,
    from: Int32Array.from(links, ({ from }) => at(nodeAt, from)),
    to: Int32Array.from(links, ({ to }) => at(nodeAt, to)),
    deviceLinks: Int32Array.from(devices, ({ link }) => at(linkAt, link)),
    deviceEnds: Uint8Array.from(devices, ({ link, node }) => (links[at(linkAt, link)]?.to === node ? 1 : 0)),
  })
  const hasSource = new Uint8Array(found.count)
  for (const [position, { isSource }] of nodes.entries()) if (isSource) hasSource[found.ofNode[position] ?? 0] = 1
  const rows = devices
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, link, node, conducting }) => ({
      code,
      conducting,
      linkCode: link,
      nodeCode: node,
      linkSegment: found.ofLink[at(linkAt, link)] ?? 0,
      nodeSegment: found.ofNode[at(nodeAt, node)] ?? 0,
    }))
  const barriers = groupBarriers(rows)
  const joined = barriers.filter(({ sides: [a, b], devices: there }) => a !== b && there.every(({ conducting }) => conducting))
  const numbered = numberSegments({
    count: found.count,
    sidesA: Int32Array.from(joined, ({ sides }) => sides[0]),
    sidesB: Int32Array.from(joined, ({ sides }) => sides[1]),
    hasSource,
  })
  const number = (segment: number) => numbered.number[segment] ?? 0
  const supplied = new Uint8Array(found.count + 1)
  const last = new Int32Array(found.count + 1)
  for (let segment = 0; segment < found.count; segment++) {
    supplied[number(segment)] = numbered.last[segment] === 0 ? 0 : 1
    last[number(segment)] = numbered.last[segment] ?? 0
  }
  return {
    graph: {
      count: found.count,
      supplied,
      sources: [...hasSource].flatMap((has, segment) => (has === 1 ? [number(segment)] : [])),
      ...indexBarriers(
        found.count,
        barriers.map((barrier) => ({ ...barrier, sides: [number(barrier.sides[0]), number(barrier.sides[1])] as const })),
      ),
    },
    numberOf: (part) =>
      number(part.startsWith('n:') ? (found.ofNode[at(nodeAt, part.slice(2))] ?? 0) : (found.ofLink[at(linkAt, part.slice(2))] ?? 0)),
    lastOf: (segment) => last[segment] ?? 0,
  }
}
