import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canManageStaff } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { isLocale } from '@/lib/i18n/locales'
import { inviteMember, type SentInvitation } from './invite-member'
import { getInvitation } from './queries'

/** Invites the same person anew, with another address and seven more days; the earlier one opens nothing any more. Throws `forbidden`, `not_found`. */
export async function resendInvitation(actor: Actor, id: number, now: Date): Promise<SentInvitation> {
  requirePolicy(actor, canManageStaff(actor))
  const db = database()
  const { email, name, role } = await getInvitation(db, id)
  const last = await db.staffMail.findFirst({ where: { linkId: id }, select: { language: true }, orderBy: { id: 'desc' } })
  return inviteMember(actor, { email, name, role, language: last && isLocale(last.language) ? last.language : undefined }, now)
}
