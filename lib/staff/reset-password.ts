import { z } from 'zod'
import { recordAudit } from '@/lib/auth/audit'
import { hashPassword } from '@/lib/auth/hash-password'
import { hashLinkToken } from '@/lib/auth/link-token'
import { newPassword } from '@/lib/auth/password'
import { endSessions } from '@/lib/auth/session-queries'
import { database, transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getOpenLinkOrNull, takeLink } from './queries'

/**
 * Sets the password of whoever has the token, and ends all their sign-ins. The second factor stays: the mailbox alone opens nothing.
 *
 * Throws `not_found` when the address opens nothing (any more), and `bad_input` for a password that is too short or easily guessed.
 */
export async function resetPassword(token: string, raw: { password: string }, source: string, now: Date): Promise<void> {
  const gone = new AppError('not_found', { reason: 'link_gone' })
  const link = await getOpenLinkOrNull(database(), 'password_reset', hashLinkToken(token), now)
  if (!link?.staffId) throw gone
  const { staffId: id, email, name, role } = link
  const { password } = parseInput(z.object({ password: newPassword(email) }), raw)
  const passwordHash = await hashPassword(password)
  await transaction(async (db) => {
    if (!(await takeLink(db, link.id, now))) throw gone
    await db.staffUser.update({ where: { id }, data: { passwordHash } })
    await endSessions(db, id, {}, now)
    await recordAudit(db, { kind: 'staff', id, email, name, role, source }, { action: 'staff.password', subject: `staff:${id}` }, now)
  })
}
