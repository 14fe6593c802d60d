import type { WidgetQuery } from './widget-query'

/** The same query with another text or address. Apart from what checks a query: the frame's script builds queries, and checks none. */
export function widgetSearch({ colour, town }: Pick<WidgetQuery, 'colour' | 'town'>, asked: { q?: string; address?: number } = {}): string {
  const search = new URLSearchParams({
    ...(asked.q !== undefined && { q: asked.q }),
    ...(asked.address !== undefined && { address: String(asked.address) }),
    ...(colour !== 'petrol' && { colour }),
    ...(town && { town }),
  })
  return search.size > 0 ? `?${search}` : ''
}
