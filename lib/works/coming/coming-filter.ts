import { z } from 'zod'
import { SERVICES } from '../works'

/** As many works as a page of the list shows. */
export const PAGE = 20

const filter = z.object({
  service: z.enum(SERVICES).optional().catch(undefined),
  municipality: z.string().trim().min(1).max(80).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** Which coming works are asked for: of one service, in one municipality (by its name), page by page from 1. */
export type ComingFilter = z.infer<typeof filter>

/** Reads a filter from an address; what makes no sense there is left out. */
export function readComingFilter(params: Record<string, string | string[] | undefined>): ComingFilter {
  return filter.parse(params)
}

function paramsOf({ service, municipality }: Omit<ComingFilter, 'page'>): Record<string, string> {
  return { ...(municipality && { municipality }), ...(service && { service }) }
}

/** Where a page of the same list is. */
export function comingHref(filter: Omit<ComingFilter, 'page'>, page: number): string {
  const query = new URLSearchParams({ ...paramsOf(filter), ...(page > 1 && { page: String(page) }) })
  return query.size > 0 ? `/works?${query}` : '/works'
}

/** Where the same list is as a feed. */
export function comingFeedHref(filter: Omit<ComingFilter, 'page'>, language: string): string {
  return `/feeds/works.atom?${new URLSearchParams({ ...paramsOf(filter), lang: language })}`
}
