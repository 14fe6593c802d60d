import { z } from 'zod'
import { recordAudit } from '@/lib/auth/audit'
import { hashPassword } from '@/lib/auth/hash-password'
import { hashLinkToken } from '@/lib/auth/link-token'
import { newPassword } from '@/lib/auth/password'
import { database, transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getOpenLinkOrNull, takeLink } from './queries'

/**
 * Makes whoever has the token of an invitation a member of staff, with the password they chose. `source` is the client's address, `now` real time.
 *
 * Throws `not_found` when the invitation opens nothing (any more), and `bad_input` for a password that is too short or easily guessed.
 */
export async function acceptInvitation(token: string, raw: { password: string }, source: string, now: Date): Promise<void> {
  const gone = new AppError('not_found', { reason: 'link_gone' })
  const link = await getOpenLinkOrNull(database(), 'invitation', hashLinkToken(token), now)
  if (!link) throw gone
  const { email, name, role } = link
  const { password } = parseInput(z.object({ password: newPassword(email) }), raw)
  const passwordHash = await hashPassword(password)
  await transaction(async (db) => {
    if (!(await takeLink(db, link.id, now)) || (await db.staffUser.count({ where: { email } })) > 0) throw gone
    const { id } = await db.staffUser.create({ data: { email, name, role, passwordHash, createdAt: now }, select: { id: true } })
    const actor = { kind: 'staff', id, email, name, role, source } as const
    await recordAudit(db, actor, { action: 'staff.accept', subject: `staff:${id}`, after: { role, invitation: link.id } }, now)
  })
}
