import { z } from 'zod'
import type { EvidencePageQuery } from './find-evidence-page'

const query = z.object({
  after: z.coerce.number().int().min(0).max(2_147_483_647).catch(0),
  show: z.enum(['not_reached']).optional().catch(undefined),
})

/** Reads from an address which page of the evidence to show; what makes no sense there is left out. */
export function readEvidencePageQuery(params: Record<string, string | string[] | undefined>): EvidencePageQuery {
  const { after, show } = query.parse(params)
  return { after, onlyNotReached: show === 'not_reached' }
}

/** Where a page of the evidence is found: "/operator/works/W-2026-0001/evidence?show=not_reached&after=120". */
export function evidencePath(reference: string, { after, onlyNotReached }: EvidencePageQuery): string {
  const params = new URLSearchParams({ ...(onlyNotReached && { show: 'not_reached' }), ...(after > 0 && { after: String(after) }) })
  return `/operator/works/${reference}/evidence${params.size > 0 ? `?${params}` : ''}`
}
