import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Channel } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'

/** A mailbox name and a domain with a dot; what is finer, only a message that arrives can tell. RFC 5321 allows 254 characters. */
const EMAIL = /^[^\s\p{Cc}@"(),:;<>[\]\\]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}[\p{L}\p{N}-]+$/u
const LONGEST_EMAIL = 254

/** Telegram's chats are numbers; Viber's users are base64. */
const CHAT = { telegram: /^-?\d{1,20}$/, viber: /^[A-Za-z0-9+/=]{8,64}$/ } as const

function normalisePhone(value: string, country: string): string {
  const region = isSupportedCountry(country) ? (country as CountryCode) : undefined
  const phone = parsePhoneNumberFromString(value, region)
  if (!phone?.isValid()) throw badInput('import_bad_phone', 'value')
  return phone.number
}

function normaliseEmail(value: string): string {
  const email = value.toLowerCase()
  if (!EMAIL.test(email) || email.length > LONGEST_EMAIL || email.includes('..')) throw badInput('import_bad_email', 'value')
  return email
}

/**
 * The one spelling of a contact's value: phones in E.164 (numbers without a country code are of `country`, ISO 3166-1 alpha-2), e-mail addresses
 * in lower case. Throws `bad_input`, never naming the value.
 */
export function normaliseContact(channel: Channel, value: string, country: string): string {
  if (channel === 'sms') return normalisePhone(value, country)
  if (channel === 'email') return normaliseEmail(value)
  if (!CHAT[channel].test(value)) throw badInput('import_bad_chat', 'value')
  return value
}
