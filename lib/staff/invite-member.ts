import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { hashLinkToken, newLinkToken } from '@/lib/auth/link-token'
import { canManageStaff } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { DEFAULT_LOCALE } from '@/lib/i18n/locales'
import { parseInput } from '@/lib/parse-input'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { linkUrl, mailLink } from './mail-link'
import { replaceLink } from './queries'
import { INVITATION_DAYS, type Invitation, invitation } from './staff'

export interface SentInvitation {
  id: number
  /** Whether the e-mail channel took the mail. */
  isMailed: boolean
  /** Opens the invitation; for whoever runs commands on the server, and nobody else. */
  url: string
}

/**
 * Invites somebody to become a member of staff, by a mail with an address that is good for seven days and once. An earlier open invitation
 * to the same e-mail is withdrawn. `now` is real time.
 *
 * Throws `forbidden`, `bad_input`, and `conflict` when somebody with this e-mail is a member already, also one who was deactivated.
 */
export async function inviteMember(actor: Actor, raw: Invitation, now: Date): Promise<SentInvitation> {
  requirePolicy(actor, canManageStaff(actor))
  const { email, name, role, language: wanted } = parseInput(invitation, raw)
  const language = wanted ?? (await getKnownUtility())?.defaultLanguage ?? DEFAULT_LOCALE
  const token = newLinkToken()
  const times = { createdAt: now, expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000) }
  const linkId = await transaction(async (db) => {
    if ((await db.staffUser.count({ where: { email } })) > 0) throw new AppError('conflict', { reason: 'staff_exists', field: 'email' })
    const link = { purpose: 'invitation', tokenHash: hashLinkToken(token), email, name, role, staffId: null } as const
    const id = await replaceLink(db, { ...link, createdBy: actorName(actor), ...times })
    await recordAudit(db, actor, { action: 'staff.invite', subject: `staff_link:${id}`, after: { role } }, now)
    return id
  })
  const isMailed = await mailLink({ linkId, purpose: 'invitation', token, to: email, name, language }, now)
  return { id: linkId, isMailed, url: linkUrl('invitation', token, language) }
}
