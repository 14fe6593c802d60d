import { z } from 'zod'
import { type Actor, requireMember } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { findRequiredFactorRoles } from './queries'
import { requireCode } from './require-code'

const input = z.object({ code: z.string().trim().min(1).max(40) })

/**
 * Takes one's own second factor away, by one last code. Throws `forbidden`, `bad_input` for a wrong code, and `conflict` for whose role must have
 * one.
 */
export async function removeFactor(actor: Actor, raw: { code: string }, now: Date): Promise<void> {
  const { id: staffId, role } = requireMember(actor)
  const { code } = parseInput(input, raw)
  if ((await findRequiredFactorRoles()).includes(role)) throw new AppError('conflict', { reason: 'factor_required' })
  await requireCode(staffId, code, now)
  await transaction(async (db) => {
    await db.staffFactor.deleteMany({ where: { staffId } })
    await recordAudit(db, actor, { action: 'staff.factor_removed', subject: `staff:${staffId}` }, now)
  })
}
