import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { findServed } from './find-served'
import { loadSegmentGraph } from './load-segment-graph'
import type { NetworkTrace } from './network'
import { rankAlternatives } from './rank-alternatives'
import type { TraceTask } from './read-trace-request'
import { searchSegments } from './search-segments'

/** Traces several segments, or with stuck and feeding devices, by a search over the segments of one revision of the network. */
export async function traceBySearch(db: Db, service: Service, revision: number, task: TraceTask): Promise<NetworkTrace> {
  const graph = await loadSegmentGraph(db, service, revision)
  const { devices, segments, isolated, cut, ranges, alternatives } = searchSegments(graph, task)
  const pieces = [...new Set(alternatives.map((alternative) => alternative.ranges))]
  const served = await findServed(db, service, { isolated, cut, groups: [ranges, ...pieces] })
  const [count = { servicePoints: 0, units: 0 }, ...counts] = served.counts
  const points = new Map(pieces.map((piece, position) => [piece, counts[position]?.servicePoints ?? 0]))
  return {
    revision: served.revision,
    devices,
    segments,
    isolatedLinks: served.isolatedLinks,
    cutLinks: served.cutLinks,
    ranges,
    ...count,
    alternatives: rankAlternatives(alternatives.map(({ device, ranges: piece }) => ({ device, servicePoints: points.get(piece) ?? 0 }))),
  }
}
