import { findActorNames } from '@/lib/auth/find-actor-names'
import type { Db } from '@/lib/db/client'

/** One request for approval, and what came of it. */
export interface ApprovalRequest {
  requestedBy: string
  /** ISO instants. */
  requestedAt: string
  decidedBy: string | null
  decidedAt: string | null
  decision: 'approved' | 'returned' | null
  reason: string | null
  /** What it speaks of is what the works are now. */
  isCurrent: boolean
}

/** The requests for approval of works, the latest first, with the names of who asked and who answered. */
export async function findApprovals(db: Db, works: { id: number; revision: number }): Promise<ApprovalRequest[]> {
  const rows = await db.approval.findMany({ where: { worksId: works.id }, orderBy: { id: 'desc' } })
  const names = await findActorNames(
    db,
    rows.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy ?? '']),
  )
  const nameOf = (actor: string) => names.get(actor) ?? actor
  return rows.map(({ requestedBy, requestedAt, decidedBy, decidedAt, decision, reason, revision }) => ({
    requestedBy: nameOf(requestedBy),
    requestedAt: requestedAt.toISOString(),
    decidedBy: decidedBy && nameOf(decidedBy),
    decidedAt: decidedAt?.toISOString() ?? null,
    ...{ decision, reason },
    isCurrent: revision === works.revision,
  }))
}
