import type { SendResult } from './channels'
import { nameFailure } from './name-failure'
import { wasNeverSent } from './was-never-sent'

interface SmtpError extends NodeJS.ErrnoException {
  responseCode?: number
  command?: string
}

/** What nodemailer says when it failed before the message was written: signing in, encryption, greeting. */
const BEFORE_MAIL = new Set(['EAUTH', 'ETLS', 'EREQUIRETLS', 'EPROTOCOL', 'EDNS'])
const NO_GREETING = new Set(['Connection timeout', 'Greeting never received'])
/** No such mailbox, not here, or a name that is not allowed (RFC 5321, 4.2.3). Not 552: a full mailbox is emptied one day. */
const NO_MAILBOX = new Set([550, 551, 553])

/**
 * What a mail server's refusal, or a connection that broke, means for one message. SMTP cannot be asked later, so what is in doubt stays
 * `unknown`.
 */
export function readSmtpFailure(id: string, error: unknown): SendResult {
  const { code = '', responseCode, command, message } = error as SmtpError
  if (responseCode !== undefined) {
    const errorCode = `smtp_${responseCode}`
    if (responseCode < 500) return { id, state: 'retry', errorCode }
    if (command === 'RCPT TO') return { id, state: 'failed', errorCode, isContactDead: NO_MAILBOX.has(responseCode) }
    if (command === 'DATA') return { id, state: 'failed', errorCode, isContactDead: false }
    return { id, state: 'retry', errorCode }
  }
  if (code === 'EENVELOPE') return { id, state: 'failed', errorCode: 'smtp_invalid_address', isContactDead: true }
  const isBefore = BEFORE_MAIL.has(code) || NO_GREETING.has(message) || wasNeverSent(error)
  return { id, state: isBefore ? 'retry' : 'unknown', errorCode: nameFailure(error) }
}
