import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canManageStaff } from '@/lib/auth/policies'
import { endSessions } from '@/lib/auth/session-queries'
import { transaction } from '@/lib/db/client'
import { getMemberForUpdate } from './queries'
import { requireOther } from './require-other'

/**
 * Takes a member's second factor away, as when their telephone is lost, and ends their sign-ins. Whoever must have one sets it up at the next.
 * Throws `forbidden`, `not_found`, and `conflict` for oneself, who needs a code for that.
 */
export async function resetFactor(actor: Actor, id: number, now: Date): Promise<void> {
  requirePolicy(actor, canManageStaff(actor))
  requireOther(id, actor)
  await transaction(async (db) => {
    await getMemberForUpdate(db, id)
    await db.staffFactor.deleteMany({ where: { staffId: id } })
    await endSessions(db, id, {}, now)
    await recordAudit(db, actor, { action: 'staff.factor_reset', subject: `staff:${id}` }, now)
  })
}
