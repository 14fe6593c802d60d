import { z } from 'zod'
import type { WorksState } from '@/lib/db/generated/enums'
import { PAGE, type WorksFilter, type WorksPage } from './list-works'

/** The states that works can be looked for by, in the order of their life. */
export const WORKS_STATES = ['draft', 'in_approval', 'published', 'running', 'ended', 'cancelled'] as const satisfies readonly WorksState[]

const day = z.iso.date().optional().catch(undefined)

const filter = z.object({
  state: z.enum(WORKS_STATES).optional().catch(undefined),
  service: z.enum(['water', 'heat', 'power', 'gas']).optional().catch(undefined),
  text: z.string().trim().max(120).optional().catch(undefined),
  from: day,
  to: day,
})

type Params = Record<string, string | string[] | undefined>

/** Reads a filter from an address; what makes no sense there is left out. */
export function readWorksFilter(params: Params): WorksFilter {
  const { state, service, text, from, to } = filter.parse(params)
  return { ...(state && { state }), ...(service && { service }), ...(text && { text }), ...(from && { from }), ...(to && { to }) }
}

/** A filter as it stands in an address. */
export function filterParams(filter: WorksFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : [])))
}

const page = z.coerce.number().int().min(1).max(10_000).catch(1)

/** Reads which page of a list is asked for, from 1. */
export function readWorksPage(params: Params): { number: number } & Required<WorksPage> {
  const number = page.parse(params.page)
  return { number, offset: (number - 1) * PAGE, limit: PAGE }
}
