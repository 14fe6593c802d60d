import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** What a telephone number is: only a `mobile` one takes SMS. `special`: paid, shared-cost and other numbers that are no household's. */
export type PhoneKind = 'mobile' | 'landline' | 'special'

export interface KnownPhone {
  kind: PhoneKind
  /** ISO 3166-1 alpha-2. */
  country: string | undefined
}

const SPECIAL = new Set(['PREMIUM_RATE', 'TOLL_FREE', 'SHARED_COST', 'UAN', 'PAGER', 'VOICEMAIL'])

/**
 * What a number in E.164 is, by the numbering plans in libphonenumber's full metadata (140 kB: never for a browser). Where a plan does not tell
 * landlines from mobiles, as in North America, it counts as a mobile; so does what it does not know.
 */
export function phoneKind(value: string): KnownPhone {
  const phone = parsePhoneNumberFromString(value)
  const type = phone?.getType()
  const kind = type === 'FIXED_LINE' ? 'landline' : SPECIAL.has(type ?? '') ? 'special' : 'mobile'
  return { kind, country: phone?.country }
}
