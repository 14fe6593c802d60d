import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canManageStaff } from '@/lib/auth/policies'
import { endSessions } from '@/lib/auth/session-queries'
import { transaction } from '@/lib/db/client'
import { getMemberForUpdate } from './queries'
import { requireOther, requireOtherAdmin } from './require-other'

/**
 * Lets a member do nothing any more, from their next request on; what they did stays theirs. Throws `forbidden`, `not_found`, and `conflict` for
 * oneself and for the last administrator.
 */
export async function deactivateMember(actor: Actor, id: number, now: Date): Promise<void> {
  requirePolicy(actor, canManageStaff(actor))
  requireOther(id, actor)
  await transaction(async (db) => {
    const member = await getMemberForUpdate(db, id)
    if (!member.active) return
    await requireOtherAdmin(db, member)
    await db.staffUser.update({ where: { id }, data: { active: false } })
    await endSessions(db, id, {}, now)
    await db.staffLink.updateMany({ where: { staffId: id, usedAt: null, withdrawnAt: null }, data: { withdrawnAt: now } })
    await recordAudit(db, actor, { action: 'staff.deactivate', subject: `staff:${id}` }, now)
  })
}
