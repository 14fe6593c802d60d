'use server'

import { after } from 'next/server'
import { getLocale } from 'next-intl/server'
import { runAction } from '@/lib/http/action'
import { rateLimit } from '@/lib/http/rate-limit'
import { logger } from '@/lib/logger'
import { requestPasswordReset } from '@/lib/staff/request-password-reset'
import { readEmail } from '@/lib/staff/staff'

/** Nobody's mailbox is flooded, and nobody floods many. */
const REQUESTS_BY_EMAIL = rateLimit('password-reset-email', 5, 3600)
const REQUESTS_BY_CLIENT = rateLimit('password-reset-client', 20, 3600)

/** Answers before anything is looked up, so that neither words nor time tell whether there is such an account. */
export async function requestPasswordResetAction(given: string) {
  return runAction(async ({ source }) => {
    const email = readEmail(given)
    await REQUESTS_BY_CLIENT.take(source)
    await REQUESTS_BY_EMAIL.take(email)
    const locale = await getLocale()
    const ask = () => requestPasswordReset({ email }, locale, source, new Date())
    after(() => ask().catch((error) => logger.error({ err: error }, 'a new password could not be mailed')))
  })
}
