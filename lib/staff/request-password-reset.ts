import { getActiveStaffOrNull } from '@/lib/auth/queries'
import type { Locale } from '@/lib/i18n/locales'
import { mailPasswordReset } from './mail-password-reset'
import { readEmail } from './staff'

/**
 * Mails an address that sets a new password to whoever has forgotten theirs. Says nothing of whether there is such a member; takes longer when
 * there is, so nobody may wait for it. Throws `bad_input` for what is no e-mail.
 */
export async function requestPasswordReset(raw: { email: string }, language: Locale, source: string, now: Date): Promise<void> {
  const member = await getActiveStaffOrNull(readEmail(raw.email))
  if (member) await mailPasswordReset(member.id, { kind: 'public', source }, language, now)
}
