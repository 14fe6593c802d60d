import { GrammyError, HttpError } from 'grammy'
import type { SendResult } from './channels'
import { nameFailure } from './name-failure'
import { wasNeverSent } from './was-never-sent'

/** A 400 that says nobody is there: the chat was deleted, or never was. */
const NO_CHAT = /chat not found|user not found|peer_id_invalid|user is deactivated/i
/** A 400 that says this text cannot be sent. */
const BAD_TEXT = /message is too long|text is empty|text must be non-empty/i

/**
 * What Telegram's refusal, or a connection that broke, means for one message. It cannot be asked later, so what is in doubt stays `unknown`: a
 * 5xx may come from a gateway after Telegram took the message, save 503, which says that nothing was done (RFC 9110).
 */
export function readTelegramFailure(id: string, error: unknown): SendResult {
  if (error instanceof HttpError) {
    return { id, state: wasNeverSent(error.error) ? 'retry' : 'unknown', errorCode: nameFailure(error.error) }
  }
  if (!(error instanceof GrammyError)) return { id, state: 'unknown', errorCode: nameFailure(error) }
  const { error_code: status, description, parameters } = error
  const errorCode = `telegram_${status}`
  if (status === 429) return { id, state: 'retry', errorCode, waitSeconds: parameters.retry_after ?? 1 }
  if (status === 503) return { id, state: 'retry', errorCode }
  if (status >= 500) return { id, state: 'unknown', errorCode }
  if (status === 403 || NO_CHAT.test(description)) return { id, state: 'failed', errorCode, isContactDead: true }
  if (BAD_TEXT.test(description)) return { id, state: 'failed', errorCode, isContactDead: false }
  return { id, state: 'retry', errorCode }
}
