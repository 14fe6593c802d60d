import { askInTime } from '@/lib/db/ask-in-time'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { checkMessage, type MessageVerdict } from './check-message'

/** `checkMessage`, but without the database nobody is told that a message is not ours because we could not look. Throws `bad_input` only. */
export async function checkMessageOrUnknown(raw: { text: string }, now: Date): Promise<MessageVerdict | { verdict: 'unavailable' }> {
  try {
    return await askInTime(() => checkMessage(raw, now))
  } catch (error) {
    if (error instanceof AppError) throw error
    logger.error({ err: error }, 'a message cannot be checked')
    return { verdict: 'unavailable' }
  }
}
