import { z } from 'zod'
import { type Actor, requireMember } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { hashRecoveryCode, newRecoveryCodes } from '@/lib/auth/recovery-code'
import { openSealed } from '@/lib/auth/seal'
import { endSessions } from '@/lib/auth/session-queries'
import { factorOwner } from '@/lib/auth/take-code'
import { findTotpStep } from '@/lib/auth/totp'
import { transaction } from '@/lib/db/client'
import { env } from '@/lib/env'
import { AppError, badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'

const input = z.object({ code: z.string().trim().min(1).max(40) })

/**
 * Sets up one's own second factor once a first code shows that the app has the secret, and ends one's other sign-ins, which were made without.
 * Gives ten recovery codes, this once. `now` is real time.
 *
 * Throws `forbidden` for whoever is no member of staff, `bad_input` for a wrong code, `conflict` when none was offered or it is set up already.
 */
export async function confirmFactor(actor: Actor, raw: { code: string }, now: Date): Promise<string[]> {
  const { id: staffId, sessionId = '' } = requireMember(actor)
  const { code } = parseInput(input, raw)
  const codes = newRecoveryCodes()
  await transaction(async (db) => {
    const factor = await db.staffFactor.findUnique({ where: { staffId, confirmedAt: null }, select: { secret: true } })
    const secret = factor && openSealed(factor.secret, factorOwner(staffId), env().NEXTAUTH_SECRET ?? '')
    if (!secret) throw new AppError('conflict', { reason: 'factor_not_offered' })
    const lastStep = findTotpStep(secret, code, now)
    if (lastStep === null) throw badInput('code_wrong', 'code')
    const { count } = await db.staffFactor.updateMany({ where: { staffId, confirmedAt: null }, data: { confirmedAt: now, lastStep } })
    if (count === 0) throw new AppError('conflict', { reason: 'factor_exists' })
    await db.staffRecoveryCode.createMany({ data: codes.map((each) => ({ staffId, codeHash: hashRecoveryCode(each) })) })
    await endSessions(db, staffId, { keep: sessionId }, now)
    await recordAudit(db, actor, { action: 'staff.factor_set', subject: `staff:${staffId}` }, now)
  })
  return codes
}
