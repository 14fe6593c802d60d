import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import type { NetworkTrace, TraceRequest } from './network'
import { traceNetwork } from './trace-network'

/** Says what isolating links of a service means, for people and programs that may see the network. Throws as traceNetwork does, and `forbidden`. */
export async function trace(actor: Actor, request: TraceRequest & { service: Service }): Promise<NetworkTrace> {
  requirePolicy(actor, canReadNetwork(actor))
  const { service, ...asked } = request
  return traceNetwork(database(), service, asked)
}
