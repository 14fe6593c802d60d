import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { requireDraft } from '@/lib/works/drafts/require-draft'
import type { LockedWorks } from '@/lib/works/queries'

async function isApproved(db: Db, { id, revision }: LockedWorks): Promise<boolean> {
  return (await db.approval.count({ where: { worksId: id, revision, decision: 'approved' } })) > 0
}

/** Throws `conflict` with the reason unless works are a draft, or were approved as they stand. */
export async function requirePublishable(db: Db, works: LockedWorks): Promise<void> {
  if (works.state !== 'in_approval') return requireDraft(works)
  if (await isApproved(db, works)) return
  throw new AppError('conflict', { field: 'reference', reason: 'works_in_approval', params: { reference: works.reference } })
}
