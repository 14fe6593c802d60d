import { z } from 'zod'
import { type Actor, requireMember } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { hashRecoveryCode, newRecoveryCodes } from '@/lib/auth/recovery-code'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { requireCode } from './require-code'

const input = z.object({ code: z.string().trim().min(1).max(40) })

/** Gives ten new recovery codes, this once; the earlier ones open nothing any more. Throws `forbidden`, and `bad_input` for a wrong code. */
export async function renewRecoveryCodes(actor: Actor, raw: { code: string }, now: Date): Promise<string[]> {
  const { id: staffId } = requireMember(actor)
  const { code } = parseInput(input, raw)
  await requireCode(staffId, code, now)
  const codes = newRecoveryCodes()
  await transaction(async (db) => {
    await db.staffRecoveryCode.deleteMany({ where: { staffId } })
    await db.staffRecoveryCode.createMany({ data: codes.map((each) => ({ staffId, codeHash: hashRecoveryCode(each) })) })
    await recordAudit(db, actor, { action: 'staff.recovery_codes', subject: `staff:${staffId}` }, now)
  })
  return codes
}
