import type { Actor } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { getUtility } from '@/lib/utility/queries'
import { countOfVersion } from '@/lib/works/affected-queries'
import type { LockedWorks } from '@/lib/works/queries'
import { findApprovedUnits } from './find-approved-units'

/** A few dwellings more are new connections since the approval; more than these are other works than were approved. */
const MOST_GROWTH = 1.05

/** Whether works of so many dwellings are for a second person to approve. Null dwellings: the utility never asks. */
export function needsApproval(units: number, approvalUnits: number | null): boolean {
  return approvalUnits !== null && units >= approvalUnits
}

/**
 * Throws `conflict` when works, understood as the network and the addresses are now, hit so many dwellings that a second person has to approve
 * them first, or by a twentieth more than that person approved. Whoever has the command line has the database: it is not asked, and the audit
 * trail says who it was.
 */
export async function requireApproval(db: Db, actor: Actor, works: LockedWorks): Promise<void> {
  if (actor.kind === 'cli' || actor.kind === 'system') return
  const { approvalUnits } = await getUtility(db)
  if (approvalUnits === null) return
  const { units } = await countOfVersion(db, works.id, works.version, false)
  if (!needsApproval(units, approvalUnits)) return
  const params = { reference: works.reference, units, limit: approvalUnits }
  if (works.state !== 'in_approval') throw new AppError('conflict', { field: 'reference', reason: 'works_need_approval', params })
  const approved = await findApprovedUnits(db, works.reference)
  if (approved !== null && units > approved * MOST_GROWTH) {
    throw new AppError('conflict', { field: 'reference', reason: 'works_grew_since_approval', params: { ...params, approved } })
  }
}
