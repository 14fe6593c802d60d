import { z } from 'zod'
import type { WorksState } from '@/lib/db/generated/enums'
import type { WorksFilter } from './list-works'

/** The states that works can be looked for by, in the order of their life. */
export const WORKS_STATES = ['draft', 'in_approval', 'published', 'running', 'ended', 'cancelled'] as const satisfies readonly WorksState[]

const filter = z.object({
  state: z.enum(WORKS_STATES).optional().catch(undefined),
  service: z.enum(['water', 'heat', 'power', 'gas']).optional().catch(undefined),
  text: z.string().trim().max(120).optional().catch(undefined),
})

/** Reads a filter from an address; what makes no sense there is left out. */
export function readWorksFilter(params: Record<string, string | string[] | undefined>): WorksFilter {
  const { state, service, text } = filter.parse(params)
  return { ...(state && { state }), ...(service && { service }), ...(text && { text }) }
}
