import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'

const approvalInput = z.object({ approvalUnits: z.number().int().min(1).max(10_000_000).nullable() })
export type ApprovalUnits = z.input<typeof approvalInput>

/** Sets from how many dwellings on a second person approves works; null: never. Counts for works published from now on. Throws `forbidden`. */
export async function updateApprovalUnits(actor: Actor, raw: ApprovalUnits, now: Date): Promise<void> {
  requirePolicy(actor, canEditSettings(actor))
  const after = parseInput(approvalInput, raw)
  await transaction(async (db) => {
    const before = await db.utility.findUniqueOrThrow({ where: { id: 1 }, select: { approvalUnits: true } })
    await db.utility.update({ where: { id: 1 }, data: after })
    await recordAudit(db, actor, { action: 'utility.approval_units', subject: 'utility:approval_units', before, after }, now)
  })
}
