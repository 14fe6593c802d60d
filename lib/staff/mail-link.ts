import type { StaffLinkPurpose } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { sendStaffMail } from './send-staff-mail'
import { INVITATION_DAYS, RESET_MINUTES } from './staff'

const PATHS: Record<StaffLinkPurpose, string> = { invitation: 'invitation', password_reset: 'sign-in/new-password' }

export interface LinkMail {
  linkId: number
  purpose: StaffLinkPurpose
  token: string
  to: string
  name: string
  language: Locale
}

/** The address that a token opens. */
export function linkUrl(purpose: StaffLinkPurpose, token: string, language: Locale): string {
  return `${env().PUBLIC_URL}/${language}/${PATHS[purpose]}/${token}`
}

/** Mails the address with which somebody chooses their password. Says whether the channel took it. */
export async function mailLink({ linkId, purpose, token, to, name, language }: LinkMail, now: Date): Promise<boolean> {
  const words = translator(language, `staff_mail.${purpose}`)
  const utility = (await getKnownUtility())?.name ?? 'Preavviso'
  const values = { utility, name, url: linkUrl(purpose, token, language), days: INVITATION_DAYS, minutes: RESET_MINUTES }
  return sendStaffMail({ linkId, to, language, subject: words('subject', values), text: words('text', values) }, now)
}
