import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import type { NetworkTrace, TraceRequest } from './network'
import { getRevision, getRevisionOrNull } from './queries'
import { readTraceRequest } from './read-trace-request'
import { traceBySearch } from './trace-by-search'
import { traceSegment } from './trace-segment'

/** An import may end while a trace reads: then it is asked once more, and a second one in the same moment is not waited for. */
const ATTEMPTS = 3

async function traceOnce(db: Db, service: Service, request: TraceRequest): Promise<NetworkTrace> {
  const revision = await getRevision(db, service)
  const { segments, stuck, feeding } = await readTraceRequest(db, service, request)
  const [only] = segments
  const isPlain = segments.length === 1 && stuck.size === 0 && feeding.size === 0
  const trace =
    isPlain && only !== undefined ? traceSegment(db, service, only) : traceBySearch(db, service, revision, { segments, stuck, feeding })
  return { revision, ...(await trace) }
}

/**
 * Says what isolating these links of a service means: which devices to close, what loses supply, who is hit, and what would bring supply back.
 * Links within one segment are answered from stored intervals; anything else by a search over segments, in memory.
 *
 * Throws `bad_input` for codes that the network does not have, for a device that is stuck and feeds, and for one that feeds what is isolated;
 * `conflict` where no network of the service was imported. Checks no policy: trace.ts does.
 */
export async function traceNetwork(db: Db, service: Service, request: TraceRequest): Promise<NetworkTrace> {
  for (let attempt = 1; ; attempt++) {
    const trace = await traceOnce(db, service, request)
    if ((await getRevisionOrNull(db, service)) === trace.revision) return trace
    if (attempt === ATTEMPTS) throw new AppError('conflict', { reason: 'network_changed_meanwhile', field: 'service' })
  }
}
