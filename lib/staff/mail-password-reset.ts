import { type Actor, actorName } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { hashLinkToken, newLinkToken } from '@/lib/auth/link-token'
import { transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { mailLink } from './mail-link'
import { getMember, replaceLink } from './queries'
import { RESET_MINUTES } from './staff'

/** Mails a member an address that sets a new password, good for an hour and once; nothing else about the account changes. Says whether the mail was taken. */
export async function mailPasswordReset(id: number, actor: Actor, language: Locale, now: Date): Promise<boolean> {
  const token = newLinkToken()
  const link = await transaction(async (db) => {
    const { active, email, name, role } = await getMember(db, id)
    if (!active) throw new AppError('conflict', { reason: 'staff_inactive' })
    const times = { createdAt: now, expiresAt: new Date(now.getTime() + RESET_MINUTES * 60_000) }
    const values = { purpose: 'password_reset', tokenHash: hashLinkToken(token), email, name, role, staffId: id } as const
    const linkId = await replaceLink(db, { ...values, createdBy: actorName(actor), ...times })
    await recordAudit(db, actor, { action: 'staff.password_reset', subject: `staff:${id}` }, now)
    return { linkId, to: email, name }
  })
  return mailLink({ ...link, purpose: 'password_reset', token, language }, now)
}
