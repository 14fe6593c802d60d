import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canManageStaff } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { StaffRole } from '@/lib/db/generated/enums'
import { parseInput } from '@/lib/parse-input'
import { findRequiredFactorRoles } from './queries'

const input = z.object({ roles: z.array(z.enum(StaffRole)).max(20) })

/** Says which roles must have a second factor. Whoever has none sets it up at their next request, before anything else. Throws `forbidden`, `bad_input`. */
export async function setRequiredFactorRoles(actor: Actor, raw: { roles: string[] }, now: Date): Promise<void> {
  requirePolicy(actor, canManageStaff(actor))
  const { roles } = parseInput(input, raw)
  const requiredFactorRoles = [...new Set(roles)]
  await transaction(async (db) => {
    const before = await findRequiredFactorRoles(db)
    await db.staffRules.upsert({ where: { id: 1 }, create: { requiredFactorRoles }, update: { requiredFactorRoles } })
    const change = { before: { roles: before }, after: { roles: requiredFactorRoles } }
    await recordAudit(db, actor, { action: 'staff.factor_rule', subject: 'staff:rules', ...change }, now)
  })
}
