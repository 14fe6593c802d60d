import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { findBarriers } from './find-barriers'
import { indexBarriers, type SegmentGraph } from './segment-graph'

const segmentRow = z.tuple([z.object({ count: z.number(), supplied: z.number(), sources: z.array(z.number()) })])

/** Supplied segments are numbered before all others, so that a count says which they are. */
async function readGraph(db: Db, service: Service): Promise<SegmentGraph> {
  const rows = await db.$queryRaw`
    SELECT count(*)::int AS count, count(last)::int AS supplied,
      coalesce(array_agg(number ORDER BY number) FILTER (WHERE has_source), '{}') AS sources
    FROM network_segment WHERE service = ${service}::service`
  const [{ count, supplied, sources }] = segmentRow.parse(rows)
  return {
    count,
    supplied: new Uint8Array(count + 1).fill(1, 1, supplied + 1),
    sources,
    ...indexBarriers(count, await findBarriers(db, service)),
  }
}

/** One graph a service: some megabytes at 50,000 devices. */
const loaded = new Map<Service, { revision: number; graph: SegmentGraph }>()

/** The segment graph of a network's revision, kept by the process until another revision is asked for. */
export async function loadSegmentGraph(db: Db, service: Service, revision: number): Promise<SegmentGraph> {
  const known = loaded.get(service)
  if (known?.revision === revision) return known.graph
  const graph = await readGraph(db, service)
  loaded.set(service, { revision, graph })
  return graph
}
