import { AppError } from '@/lib/errors'
import { rateLimit } from '@/lib/http/rate-limit'

/** In a minute: more than anybody types. */
const MESSAGES = rateLimit('bot', 40, 60)
/** It is said once that it was too much. */
const WARNINGS = rateLimit('bot-warning', 1, 60)

async function isWithin(limit: typeof MESSAGES, key: string): Promise<boolean> {
  try {
    await limit.take(key)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') return false
    throw error
  }
}

/** Whether a chat says more than anybody types: `warn` the first time in a minute, then `silent`; null when all is well. */
export async function readFlood(key: string): Promise<'warn' | 'silent' | null> {
  if (await isWithin(MESSAGES, key)) return null
  return (await isWithin(WARNINGS, key)) ? 'warn' : 'silent'
}
