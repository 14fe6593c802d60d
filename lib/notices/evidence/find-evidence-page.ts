import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { EvidenceRow } from './evidence'
import { findEvidencePoints, findPointEvidence } from './evidence-queries'
import { getEvidenceScope } from './evidence-scope'
import { toEvidenceRow } from './to-evidence-row'

/** So many service points fill a page, each with the messages that were about it. */
const POINTS = 20

export interface EvidencePageQuery {
  /** Id of the last point of the page before; 0 for the first page. */
  after: number
  onlyNotReached: boolean
}

export interface EvidencePage {
  rows: EvidenceRow[]
  /** What to ask the next page with; null on the last. */
  next: number | null
}

/** One page of the evidence of works, contacts masked. Throws `not_found`. */
export async function findEvidencePage(
  actor: Actor,
  reference: string,
  { after, onlyNotReached }: EvidencePageQuery,
): Promise<EvidencePage> {
  requirePolicy(actor, canReadWorks(actor))
  const db = database()
  const scope = await getEvidenceScope(reference, db)
  const points = await findEvidencePoints(db, scope, after, POINTS + 1, onlyNotReached)
  const shown = points.slice(0, POINTS)
  const found = shown.length > 0 ? await findPointEvidence(db, scope, shown) : []
  return { rows: found.map((row) => toEvidenceRow(row, false)), next: points.length > POINTS ? (shown.at(-1) ?? null) : null }
}
