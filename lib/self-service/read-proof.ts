import { isValidEic } from '@/lib/customers/eic'
import { badInput } from '@/lib/errors'
import { LONGEST_ACCOUNT_NUMBER, type SignInRules } from '@/lib/utility/sign-in-rules'

/** What people put between letters and digits when they copy a number from a bill. */
const BETWEEN = /[\s./_]/g

const EIC_LENGTH = 16
/** The office that gave it, then what it names (EIC reference manual): a long meter number hardly ever begins so. */
const EIC_START = /^\d{2}[XYZTVWA]/
/** Of an EIC code, this many at its end prove that one has the bill. */
export const EIC_TAIL = 5
/** A proof that is shorter than that is a slip: it is not looked at, and not counted as a guess. */
const SHORTEST_PROOF = 4
const LONGEST_PROOF = 40

/** A number as people write it, without what they put between. */
export function compact(typed: string): string {
  return typed.replace(BETWEEN, '').toUpperCase()
}

/**
 * An account number as it is stored: without blanks, and like the numbers of at least one of the utility's services. Throws `bad_input`
 * where it cannot be one: that tells nothing of who has an account.
 */
export function readAccountNumber(typed: string, { services, patterns }: SignInRules): string {
  const number = compact(typed)
  if (number === '') throw badInput('account_number_missing', 'number')
  // A NUL breaks PostgreSQL text.
  if (number.length > LONGEST_ACCOUNT_NUMBER || /\p{Cc}/u.test(number)) throw badInput('account_number_wrong', 'number')
  const looksRight = services.some((service) => {
    const pattern = patterns[service]
    return pattern === undefined || new RegExp(`^(?:${pattern})$`).test(number)
  })
  if (!looksRight) throw badInput('account_number_wrong', 'number')
  return number
}

export interface ReadProof {
  /** To be compared with the meter's number. */
  meter: string
  /** To be compared with the last five characters of the EIC code, or with all of it. */
  eic: string
}

/** A meter number, an EIC code or its last five characters. Throws `bad_input` for an EIC code whose check character is wrong: a slip, no guess. */
export function readProof(typed: string): ReadProof {
  const meter = compact(typed)
  if (meter.length < SHORTEST_PROOF || meter.length > LONGEST_PROOF) throw badInput('account_proof_wrong', 'proof')
  const looksLikeEic = meter.length === EIC_LENGTH && EIC_START.test(meter)
  if (looksLikeEic && !isValidEic(meter)) throw badInput('eic_wrong', 'proof')
  return { meter, eic: meter }
}
