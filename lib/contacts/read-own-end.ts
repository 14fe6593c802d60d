import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { getUtility } from '@/lib/utility/queries'
import { getSmsCountries } from '@/lib/utility/sms-countries'
import { normaliseContact } from './normalise-contact'
import { phoneKind } from './phone-kind'
import type { ContactEnd } from './queries'

export interface OwnEnd extends ContactEnd {
  channel: 'sms' | 'email'
  /** A telephone that no SMS reaches: kept for the day when somebody is phoned, and never confirmed by a code. */
  isLandline: boolean
}

/** Where codes may go by SMS: the utility's own country first, then those that it allows besides. */
async function findCountries(db: Db): Promise<string[]> {
  return [(await getUtility(db)).country, ...(await getSmsCountries(db))]
}

/**
 * The one spelling of a telephone or mailbox that somebody typed as their own. Throws `bad_input` where it is none, where it is a paid number, or a
 * mobile of a country to which the utility sends no codes; says what to do instead.
 */
export async function readOwnEnd(db: Db, channel: 'sms' | 'email', typed: string): Promise<OwnEnd> {
  const countries = channel === 'sms' ? await findCountries(db) : []
  const value = normaliseContact(channel, typed.trim(), countries[0] ?? '')
  if (channel === 'email') return { channel, value, isLandline: false }
  const { kind, country } = phoneKind(value)
  if (kind === 'special') throw badInput('phone_special', 'value')
  if (kind === 'mobile' && !countries.includes(country ?? '')) throw badInput('phone_foreign', 'value', { countries: countries.join(', ') })
  return { channel, value, isLandline: kind === 'landline' }
}
