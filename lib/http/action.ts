import { unstable_rethrow } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { Actor } from '@/lib/auth/actor'
import { currentInstant } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { describeError, translator } from '@/lib/i18n/translator'
import { logger } from '@/lib/logger'
import { currentMember, currentStaff } from './current-actor'
import { currentCustomerOrPublic } from './current-customer'

/** What a server action gives back to its form. */
export type ActionResult<Value> = { ok: true; value: Value } | { ok: false; error: { message: string; field?: string } }

async function runAs<Value>(who: () => Promise<Actor>, work: (actor: Actor, now: Date) => Promise<Value>): Promise<ActionResult<Value>> {
  try {
    return { ok: true, value: await work(await who(), await currentInstant()) }
  } catch (error) {
    unstable_rethrow(error)
    const locale = await getLocale()
    if (!(error instanceof AppError)) {
      logger.error({ err: error }, 'action failed')
      return { ok: false, error: { message: translator(locale, 'problem')('internal_detail') } }
    }
    const { field } = error.detail
    return { ok: false, error: { message: describeError(error, locale), ...(field && { field }) } }
  }
}

/** Runs one use case for whoever is signed in; what went wrong comes back in words of the page's language. Faults of ours are logged. */
export function runAction<Value>(work: (actor: Actor, now: Date) => Promise<Value>): Promise<ActionResult<Value>> {
  return runAs(currentStaff, work)
}

/** The same also for whoever has to set up a second factor first: only for what does that. */
export function runMemberAction<Value>(work: (actor: Actor, now: Date) => Promise<Value>): Promise<ActionResult<Value>> {
  return runAs(currentMember, work)
}

/** The same for the customer who is signed in. */
export function runCustomerAction<Value>(work: (actor: Actor, now: Date) => Promise<Value>): Promise<ActionResult<Value>> {
  return runAs(currentCustomerOrPublic, work)
}
