import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { CustomerSignInMethod, Service } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'

/** Longer patterns are nobody's account numbers. */
const LONGEST_PATTERN = 80

const signInInput = z.object({
  ways: z.array(z.enum(CustomerSignInMethod)).max(Object.keys(CustomerSignInMethod).length),
  /** By service; an empty one takes any number. */
  patterns: z.partialRecord(z.enum(Service), z.string().trim().max(LONGEST_PATTERN)),
})
export type SignInSettings = z.input<typeof signInInput>

function requireExpression(service: string, pattern: string): void {
  try {
    new RegExp(`^(?:${pattern})$`)
  } catch {
    throw badInput('pattern_not_understood', `patterns.${service}`)
  }
}

/**
 * Sets by which ways customers may sign in, and by service what account numbers look like: a regular expression of the whole number without blanks,
 * as `[0-9]{9}`. Throws `forbidden`, `bad_input` where no way is left, or for an expression that cannot be read.
 */
export async function updateSignIn(actor: Actor, raw: SignInSettings, now: Date): Promise<void> {
  requirePolicy(actor, canEditSettings(actor))
  const { ways, patterns } = parseInput(signInInput, raw)
  if (ways.length === 0) throw badInput('sign_in_ways_missing', 'ways')
  const given = Object.entries(patterns).filter(([, pattern]) => pattern !== '')
  for (const [service, pattern] of given) requireExpression(service, pattern)
  const after = {
    signInWays: Object.values(CustomerSignInMethod).filter((way) => ways.includes(way)),
    accountPatterns: Object.fromEntries(given),
  }
  await transaction(async (db) => {
    const select = { signInWays: true, accountPatterns: true } as const
    const before = await db.utility.findUniqueOrThrow({ where: { id: 1 }, select })
    await db.utility.update({ where: { id: 1 }, data: after })
    await recordAudit(db, actor, { action: 'utility.sign_in', subject: 'utility:sign_in', before, after }, now)
  })
}
