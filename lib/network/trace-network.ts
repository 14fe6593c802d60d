import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import type { NetworkTrace, TraceRequest } from './network'
import { readTraceRequest } from './read-trace-request'
import { traceBySearch } from './trace-by-search'
import { traceSegment } from './trace-segment'

/** An import may end between a trace's two statements: then it is asked again, and imports that end each time are not waited for. */
const ATTEMPTS = 3

/**
 * Says what isolating these links of a service means: which devices to close, what loses supply, who is hit, and what would bring supply back.
 * Links within one segment are answered from stored intervals; anything else by a search over segments, in memory.
 *
 * Throws `bad_input` for codes that the network does not have, for a device that is stuck and feeds, and for one that feeds what is isolated;
 * `conflict` where no network of the service was imported. Checks no policy: trace.ts does.
 */
export async function traceNetwork(db: Db, service: Service, request: TraceRequest): Promise<NetworkTrace> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { revision, ...task } = await readTraceRequest(db, service, request)
    const [only, ...more] = task.segments
    const isPlain = only !== undefined && more.length === 0 && task.stuck.size === 0 && task.feeding.size === 0
    const trace = isPlain ? await traceSegment(db, service, only) : await traceBySearch(db, service, revision, task)
    if (trace.revision === revision) return trace
  }
  throw new AppError('conflict', { reason: 'network_changed_meanwhile', field: 'service' })
}
