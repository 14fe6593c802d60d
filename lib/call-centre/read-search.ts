import { normaliseContact } from '@/lib/contacts/normalise-contact'
import type { ContactEnd } from '@/lib/contacts/queries'
import type { Channel } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'

/** What a text may be. One text may be several: a row of digits is a phone, an account and a meter. */
export interface ReadSearch {
  reference: string | null
  ends: ContactEnd[]
  /** Spellings of a number of an account, a meter or a service point. */
  codes: string[]
  /** Words of an address or of works' titles. */
  words: string | null
}

const REFERENCE = /^w[\s-]*(\d{4})[\s-]*(\d{1,6})$/i
/** Digits with what people put between them. */
const DIGITS = /^[+(]?\d[\d\s()./-]{4,}$/
const LONGEST_CODE = 40

function endsOf(channel: Channel, text: string, country: string): ContactEnd[] {
  try {
    return [{ channel, value: normaliseContact(channel, text, country) }]
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}

function codesOf(text: string): string[] {
  const compact = text.replace(/\s/g, '')
  if (!/\d/.test(compact) || compact.length > LONGEST_CODE) return []
  return [...new Set([text, text.toUpperCase(), compact, compact.toUpperCase()])]
}

/** Recognises what somebody typed. `country` (ISO 3166-1 alpha-2) is that of phone numbers without a country code. */
export function readSearch(text: string, country: string): ReadSearch {
  const none: ReadSearch = { reference: null, ends: [], codes: [], words: null }
  const reference = REFERENCE.exec(text)
  if (reference) return { ...none, reference: `W-${reference[1]}-${(reference[2] ?? '').padStart(4, '0')}` }
  if (text.includes('@')) return { ...none, ends: endsOf('email', text.replace(/^mailto:/i, ''), country) }
  const digits = text.replace(/^tel:/i, '')
  const words = /\p{L}{2}/u.test(text) ? text : null
  return { ...none, ends: DIGITS.test(digits) ? endsOf('sms', digits, country) : [], codes: codesOf(text), words }
}
