import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canManageStaff } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { getMemberForUpdate } from './queries'

/** Lets a member back in, with the role, password and second factor that they had. Throws `forbidden`, `not_found`. */
export async function reactivateMember(actor: Actor, id: number, now: Date): Promise<void> {
  requirePolicy(actor, canManageStaff(actor))
  await transaction(async (db) => {
    if ((await getMemberForUpdate(db, id)).active) return
    await db.staffUser.update({ where: { id }, data: { active: true } })
    await recordAudit(db, actor, { action: 'staff.reactivate', subject: `staff:${id}` }, now)
  })
}
