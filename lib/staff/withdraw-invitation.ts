import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canManageStaff } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { getInvitation } from './queries'

/** Makes an invitation open nothing any more. Throws `forbidden`, and `not_found` when it was accepted or withdrawn already. */
export async function withdrawInvitation(actor: Actor, id: number, now: Date): Promise<void> {
  requirePolicy(actor, canManageStaff(actor))
  await transaction(async (db) => {
    const { role } = await getInvitation(db, id)
    await db.staffLink.updateMany({ where: { id, usedAt: null }, data: { withdrawnAt: now } })
    await recordAudit(db, actor, { action: 'staff.withdraw', subject: `staff_link:${id}`, before: { role } }, now)
  })
}
