import type { SendResult } from './channels'
import type { TwilioRefusal } from './twilio-http-client'

/** Nobody can be reached at this number, whatever the text: no such number, a landline, or one that has answered STOP. */
const DEAD = new Set([21211, 21214, 21217, 21401, 21407, 21421, 21610, 21614, 21635])
/** This message cannot go to this number, another perhaps can: no route, a country not allowed, a text that is empty or too long. */
const REFUSED = new Set([21408, 21602, 21605, 21612, 21617, 21619])

/**
 * What Twilio's refusal means for one message. Errors of the account or the sender (credentials, balance, sender name) are retried: they are
 * mended by the operator, and the message is still wanted.
 *
 * A 429 says that nothing was done (https://www.twilio.com/docs/api/errors/20429). A 5xx does not say so, and may come from a gateway before
 * Twilio, so it is settled by asking.
 */
export function readTwilioRefusal(id: string, { status, code, waitSeconds }: TwilioRefusal): SendResult {
  const errorCode = `twilio_${code ?? status}`
  if (status === 429) return { id, state: 'retry', errorCode, waitSeconds }
  if (status >= 500) return { id, state: 'unsettled', errorCode }
  if (code !== null && DEAD.has(code)) return { id, state: 'failed', errorCode, isContactDead: true }
  if (code !== null && REFUSED.has(code)) return { id, state: 'failed', errorCode, isContactDead: false }
  return { id, state: 'retry', errorCode }
}
