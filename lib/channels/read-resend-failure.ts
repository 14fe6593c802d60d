import type { OutgoingMessage, SendResult } from './channels'
import { nameFailure } from './name-failure'
import { readWait } from './read-wait'
import { ResendRefusal } from './resend-client'
import { wasNeverSent } from './was-never-sent'

/** Seconds: Resend's own window of requests is one; a spent quota comes back no sooner than within the day. */
const WAIT = 1
const QUOTA_WAIT = 900

/**
 * What a request that failed as a whole means for each of its messages. In permissive validation that is never the fault of one address.
 *
 * A broken connection or a 5xx is unsettled: the same request with the same key is sent again, and Resend answers it as it did the first time.
 * So is the same key still at work. The same key with other contents cannot be found out: the texts or the sender's address were changed.
 */
export function readResendFailure(messages: OutgoingMessage[], error: unknown): SendResult[] {
  if (!(error instanceof ResendRefusal)) {
    const state = wasNeverSent(error) ? 'retry' : 'unsettled'
    return messages.map(({ id }) => ({ id, state, errorCode: nameFailure(error) }))
  }
  const { status, code, headers } = error
  const errorCode = `resend_${code ?? status}`
  if (status >= 500 || code === 'concurrent_idempotent_requests') return messages.map(({ id }) => ({ id, state: 'unsettled', errorCode }))
  if (status === 409) return messages.map(({ id }) => ({ id, state: 'unknown', errorCode }))
  if (status !== 429) return messages.map(({ id }) => ({ id, state: 'retry', errorCode }))
  const waitSeconds = readWait(headers, code?.endsWith('quota_exceeded') ? QUOTA_WAIT : WAIT)
  return messages.map(({ id }) => ({ id, state: 'retry', errorCode, waitSeconds }))
}
