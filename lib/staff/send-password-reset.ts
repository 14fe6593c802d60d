import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canManageStaff } from '@/lib/auth/policies'
import type { Locale } from '@/lib/i18n/locales'
import { mailPasswordReset } from './mail-password-reset'

/** Mails a member an address that sets a new password, as an administrator asked. Says whether the mail was taken. Throws `forbidden`, `not_found`, and `conflict` for a deactivated member. */
export async function sendPasswordReset(actor: Actor, id: number, language: Locale, now: Date): Promise<boolean> {
  requirePolicy(actor, canManageStaff(actor))
  return mailPasswordReset(id, actor, language, now)
}
