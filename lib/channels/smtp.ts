import nodemailer from 'nodemailer'
import type { OutgoingMessage, Sender, SendResult } from './channels'
import { emailHtml } from './email-html'
import { readSmtpFailure } from './read-smtp-failure'
import { REQUEST_TIMEOUT } from './request-timeout'
import { runLimited } from './run-limited'
import { unsubscribeHeaders } from './unsubscribe-headers'

const CONNECTIONS = 5
const BATCH = 100

export interface SmtpSettings {
  /** `smtp://user:password@host:587`, or `smtps:`. */
  url: string
  from: string
  utilityName: string
  /** Host of this installation: stands in each mail's Message-ID. */
  host: string
  /** Mails a second. */
  rate: number
}

/**
 * E-mail by any mail server. `maxRequeues: 0`, because nodemailer would otherwise send a mail again whose connection broke after the server
 * took it.
 */
export function createSmtpSender({ url, from, utilityName, host, rate }: SmtpSettings): Sender {
  const timeouts = { connectionTimeout: REQUEST_TIMEOUT, greetingTimeout: REQUEST_TIMEOUT, socketTimeout: REQUEST_TIMEOUT }
  const pool = { pool: true, maxConnections: CONNECTIONS, maxRequeues: 0, ...timeouts } as const
  const transport = nodemailer.createTransport({ url, ...pool }, { from })

  async function sendOne(message: OutgoingMessage): Promise<SendResult> {
    const { id, to, subject, text, unsubscribeUrl } = message
    const messageId = `<message-${id}@${host}>`
    try {
      const html = await emailHtml(message, utilityName)
      const headers = unsubscribeHeaders(unsubscribeUrl)
      await transport.sendMail({ to, subject: subject ?? utilityName, text, html, headers, messageId, disableFileAccess: true })
      return { id, state: 'sent', providerId: messageId }
    } catch (error) {
      return readSmtpFailure(id, error)
    }
  }

  return {
    ...{ name: 'smtp', rate, batch: BATCH, perRequest: 1, canSettle: false },
    send: (messages) => runLimited(messages, CONNECTIONS, sendOne),
    settle: async (messages) => messages.map(({ id }) => ({ id, state: 'unknown', errorCode: 'smtp_cannot_be_asked' })),
  }
}
