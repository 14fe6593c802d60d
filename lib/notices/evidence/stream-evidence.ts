import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canReadContactValues, canReadWorks } from '@/lib/auth/policies'
import { type Db, database } from '@/lib/db/client'
import type { EvidenceRow } from './evidence'
import { findEvidencePoints, findPointEvidence, findUntiedEvidence } from './evidence-queries'
import { type EvidenceScope, getEvidenceScope } from './evidence-scope'
import { toEvidenceRow } from './to-evidence-row'

/** So many points are read at once: a town of 1.1 million points takes no more memory than one of 1,000. */
const PAGE = 1000

export interface EvidenceQuery {
  /** Only service points that no message has reached. */
  onlyNotReached?: boolean
  /** Contacts as they are, not masked: for an admin, and noted in the audit trail. */
  isWhole?: boolean
}

async function* readPoints(db: Db, scope: EvidenceScope, { onlyNotReached = false, isWhole = false }: EvidenceQuery) {
  for (let after = 0; ; ) {
    const points = await findEvidencePoints(db, scope, after, PAGE, onlyNotReached)
    const last = points.at(-1)
    if (last === undefined) return
    yield (await findPointEvidence(db, scope, points)).map((found) => toEvidenceRow(found, isWhole))
    after = last
  }
}

async function* readUntied(db: Db, scope: EvidenceScope, isWhole: boolean) {
  for (const noticeId of scope.noticeIds) {
    for (let after = 0; ; ) {
      const found = await findUntiedEvidence(db, scope, noticeId, after, PAGE)
      const last = found.at(-1)
      if (!last) break
      yield found.map((row) => toEvidenceRow(row, isWhole))
      after = last.contactId ?? after
    }
  }
}

async function* readAll(db: Db, scope: EvidenceScope, query: EvidenceQuery): AsyncGenerator<EvidenceRow[]> {
  yield* readPoints(db, scope, query)
  if (!query.onlyNotReached) yield* readUntied(db, scope, query.isWhole ?? false)
}

/**
 * Reads every line of evidence of works, of all versions, in groups: point by point, then the messages that no point explains. What changes
 * meanwhile may show or not.
 *
 * The policy is checked, and a reading of whole contacts noted, before this returns. Throws `not_found`, `forbidden`.
 */
export async function streamEvidence(
  actor: Actor,
  reference: string,
  query: EvidenceQuery,
  now: Date,
): Promise<AsyncGenerator<EvidenceRow[]>> {
  requirePolicy(actor, canReadWorks(actor))
  if (query.isWhole) requirePolicy(actor, canReadContactValues(actor))
  const scope = await getEvidenceScope(reference)
  if (query.isWhole) await recordAudit(database(), actor, { action: 'evidence.read_contacts', subject: `works:${scope.reference}` }, now)
  return readAll(database(), scope, query)
}
