import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Channel } from '@/lib/db/generated/enums'

/** Enough to tell two contacts of one household apart, and to recognise a number that somebody reads out. */
const SHOWN = 3

function maskEmail(value: string): string {
  return `${value.slice(0, 1)}…@…`
}

/** What stands in the place of a value that its owner had deleted (lib/self-service/delete-own-data.ts). */
const FORGOTTEN = /^deleted:\d+$/

/**
 * A contact's value as evidence shows it: "+39…123", "a…@…", "…001". Who was told is proved by service point, time and receipt; the value
 * itself is personal data that nobody needs for that (GDPR, art. 5 (1) c). "—" where it was deleted since.
 */
export function maskContact(channel: Channel, value: string): string {
  if (FORGOTTEN.test(value)) return '—'
  if (channel === 'email') return maskEmail(value)
  const code = channel === 'sms' ? parsePhoneNumberFromString(value)?.countryCallingCode : undefined
  return `${code ? `+${code}` : ''}…${value.slice(-SHOWN)}`
}
