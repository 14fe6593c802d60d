import { z } from 'zod'
import { type Actor, requireMember } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { hashPassword, isPassword } from '@/lib/auth/hash-password'
import { LONGEST_PASSWORD, newPassword } from '@/lib/auth/password'
import { endSessions } from '@/lib/auth/session-queries'
import { database, transaction } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { rateLimit } from '@/lib/http/rate-limit'
import { parseInput } from '@/lib/parse-input'

/** Somebody at an unlocked screen must not try passwords out. */
const ATTEMPTS = rateLimit('own-password', 10, 300)

export interface ChangePassword {
  current: string
  password: string
}

/**
 * Sets one's own password, and ends one's other sign-ins. `now` is real time.
 *
 * Throws `forbidden` for whoever is no member of staff, `bad_input` for a wrong current password and for a new one that is too short or easily
 * guessed, `too_many_requests` after ten attempts in five minutes.
 */
export async function changePassword(actor: Actor, raw: ChangePassword, now: Date): Promise<void> {
  const { id, email, sessionId = '' } = requireMember(actor)
  await ATTEMPTS.take(String(id))
  const { current, password } = parseInput(z.object({ current: z.string().max(LONGEST_PASSWORD), password: newPassword(email) }), raw)
  const { passwordHash } = await database().staffUser.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } })
  if (!(await isPassword(passwordHash, current))) throw badInput('password_wrong', 'current')
  const changed = await hashPassword(password)
  await transaction(async (db) => {
    await db.staffUser.update({ where: { id }, data: { passwordHash: changed } })
    await endSessions(db, id, { keep: sessionId }, now)
    await recordAudit(db, actor, { action: 'staff.password', subject: `staff:${id}` }, now)
  })
}
