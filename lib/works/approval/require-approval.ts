import type { Actor } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { getUtility } from '@/lib/utility/queries'
import { countOfVersion } from '@/lib/works/affected-queries'
import { requireDraft } from '@/lib/works/drafts/require-draft'
import type { LockedWorks } from '@/lib/works/queries'

/** Whether works of so many dwellings are for a second person to approve. Null dwellings: the utility never asks. */
export function needsApproval(units: number, approvalUnits: number | null): boolean {
  return approvalUnits !== null && units >= approvalUnits
}

/**
 * Throws `conflict` unless works may be published by now: a draft that needs no second person, or what one has approved as it stands.
 * Whoever has the command line has the database: it is not asked, and the audit trail says who it was.
 */
export async function requireApproval(db: Db, actor: Actor, works: LockedWorks): Promise<void> {
  const isApproved = works.state === 'in_approval' && (await hasApproval(db, works))
  if (isApproved) return
  requireDraft(works)
  if (actor.kind === 'cli' || actor.kind === 'system') return
  const { approvalUnits } = await getUtility(db)
  if (approvalUnits === null) return
  const { units } = await countOfVersion(db, works.id, works.version, false)
  if (needsApproval(units, approvalUnits)) {
    const params = { reference: works.reference, units, limit: approvalUnits }
    throw new AppError('conflict', { field: 'reference', reason: 'works_need_approval', params })
  }
}

async function hasApproval(db: Db, { id, revision }: LockedWorks): Promise<boolean> {
  return (await db.approval.count({ where: { worksId: id, revision, decision: 'approved' } })) > 0
}
