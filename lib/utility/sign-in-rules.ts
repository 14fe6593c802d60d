import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'
import { type CustomerSignInMethod, Service } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'

/** Longer than any account number: of digits alone, and no more than this is looked up. */
export const LONGEST_ACCOUNT_NUMBER = 40

/** Account numbers of Ukraine's power companies have nine digits; where a utility says nothing else, so do its own. */
const NINE_DIGITS = '[0-9]{9}'

/** By service: what an account number looks like, as a regular expression of the whole. */
export const accountPatterns = z.partialRecord(z.enum(Service), z.string())
export type AccountPatterns = z.infer<typeof accountPatterns>

/** How customers may come in. */
export interface SignInRules {
  ways: CustomerSignInMethod[]
  services: Service[]
  patterns: AccountPatterns
}

/** What holds where no pattern was set. */
export function withDefaults(patterns: AccountPatterns, country: string): AccountPatterns {
  return country === 'UA' ? { power: NINE_DIGITS, ...patterns } : patterns
}

/** How customers may sign in, and what their account numbers look like. Throws `not_found` in an installation that was never set up. */
export async function getSignInRules(db: Db = database()): Promise<SignInRules> {
  const select = { country: true, services: true, signInWays: true, accountPatterns: true } as const
  const row = await db.utility.findUnique({ where: { id: 1 }, select })
  if (!row) throw new AppError('not_found', { reason: 'no_utility' })
  return { ways: row.signInWays, services: row.services, patterns: withDefaults(accountPatterns.parse(row.accountPatterns), row.country) }
}
