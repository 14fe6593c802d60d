import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canManageStaff } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { StaffRole } from '@/lib/db/generated/enums'
import { parseInput } from '@/lib/parse-input'
import { getMemberForUpdate } from './queries'
import { requireOther, requireOtherAdmin } from './require-other'

const input = z.object({ role: z.enum(StaffRole) })

/**
 * Gives a member another role, from their next request on. Throws `forbidden`, `not_found`, `bad_input`, and `conflict` for oneself and for the
 * last administrator.
 */
export async function changeRole(actor: Actor, id: number, raw: { role: string }, now: Date): Promise<void> {
  requirePolicy(actor, canManageStaff(actor))
  const { role } = parseInput(input, raw)
  requireOther(id, actor)
  await transaction(async (db) => {
    const member = await getMemberForUpdate(db, id)
    if (member.role === role) return
    await requireOtherAdmin(db, member)
    await db.staffUser.update({ where: { id }, data: { role } })
    await recordAudit(db, actor, { action: 'staff.role', subject: `staff:${id}`, before: { role: member.role }, after: { role } }, now)
  })
}
