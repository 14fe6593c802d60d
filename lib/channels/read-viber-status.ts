import type { SendResult } from './channels'

/** Who is not registered or subscribed any more: nobody is reached there. */
const DEAD = new Set([5, 6])
/** This message cannot go there: bad or missing data, no suitable device, version, country. */
const REFUSED = new Set([3, 4, 11, 13, 14, 21])
const TOO_MANY = 12
/** Seconds: the window in which Viber counts requests. */
const WAIT = 10

/** What a status that is not 0 means for one message (https://creators.viber.com/docs/bots-api/errors). Faults of the account are retried. */
export function readViberStatus(id: string, status: number): SendResult {
  const errorCode = `viber_${status}`
  if (status === TOO_MANY) return { id, state: 'retry', errorCode, waitSeconds: WAIT }
  if (DEAD.has(status)) return { id, state: 'failed', errorCode, isContactDead: true }
  if (REFUSED.has(status)) return { id, state: 'failed', errorCode, isContactDead: false }
  return { id, state: 'retry', errorCode }
}
