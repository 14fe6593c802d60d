import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import type { Service } from '@/lib/db/generated/enums'
import { getTracedShapes, type TracedShapes } from '@/lib/network/get-traced-shapes'
import type { NetworkTrace, TraceRequest } from '@/lib/network/network'
import { trace } from '@/lib/network/trace'

/** A trace as the editor shows it: without the codes of thousands of links, with the shapes of them instead. */
export interface SelectionTrace extends Omit<NetworkTrace, 'isolatedLinks' | 'cutLinks' | 'ranges'> {
  shapes: TracedShapes
}

/** What isolating links means, with the shapes that a map shows of it. Throws as trace does. */
export async function traceSelection(actor: Actor, service: Service, request: TraceRequest): Promise<SelectionTrace> {
  requirePolicy(actor, canPlanWorks(actor))
  const traced = await trace(actor, { service, ...request })
  const { isolatedLinks: _isolated, cutLinks: _cut, ranges: _ranges, ...told } = traced
  const shapes = await getTracedShapes(actor, { service, trace: traced, ...(request.stuck && { stuck: request.stuck }) })
  return { ...told, shapes }
}
