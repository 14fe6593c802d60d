import { currentInstant } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { deliverLetters } from './deliver-letters'

/**
 * Has what was just written sent at once, without waiting for it: whoever asked for a code looks at their telephone already. What fails here the
 * next round of the engine does.
 */
export function deliverSoon(): void {
  void currentInstant()
    .then(deliverLetters)
    .catch((error: Error) => logger.warn({ error: error.message }, 'letters wait for the next round'))
}
