import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { loadSegmentGraph } from './load-segment-graph'
import type { NetworkTrace } from './network'
import { countServicePoints, findLinksIn } from './queries'
import { rankAlternatives } from './rank-alternatives'
import type { TraceTask } from './read-trace-request'
import { searchSegments } from './search-segments'

/** Traces several segments, or with stuck and feeding devices, by a search over the segments of one revision of the network. */
export async function traceBySearch(db: Db, service: Service, revision: number, task: TraceTask): Promise<Omit<NetworkTrace, 'revision'>> {
  const graph = await loadSegmentGraph(db, service, revision)
  const { devices, segments, isolated, cut, ranges, alternatives } = searchSegments(graph, task)
  const pieces = [...new Set(alternatives.map((alternative) => alternative.ranges))]
  const [count = { servicePoints: 0, units: 0 }, ...counts] = await countServicePoints(db, service, [ranges, ...pieces])
  const points = new Map(pieces.map((piece, position) => [piece, counts[position]?.servicePoints ?? 0]))
  return {
    devices,
    segments,
    isolatedLinks: await findLinksIn(db, service, isolated),
    cutLinks: await findLinksIn(db, service, cut),
    ranges,
    ...count,
    alternatives: rankAlternatives(alternatives.map(({ device, ranges: piece }) => ({ device, servicePoints: points.get(piece) ?? 0 }))),
  }
}
