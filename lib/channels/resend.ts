import type { OutgoingMessage, Sender, SendResult, SettleResult, UnsettledMessage } from './channels'
import { emailHtml } from './email-html'
import { groupBy } from './group-by'
import { readResendAnswer } from './read-resend-answer'
import { readResendFailure } from './read-resend-failure'
import { ResendClient } from './resend-client'
import { runLimited } from './run-limited'
import { unsubscribeHeaders } from './unsubscribe-headers'

const BASE_URL = 'https://api.resend.com'
const MAILS_A_REQUEST = 100
const REQUESTS_AT_A_TIME = 5
const BATCH = 500
/** Milliseconds for which Resend remembers a key, less an hour for doubt. */
const KEY_LIVES = 23 * 3_600_000

export interface ResendSettings {
  apiKey: string
  /** `Acque <avvisi@example.org>`. */
  from: string
  utilityName: string
  baseUrl?: string | undefined
  /** Mails a second. */
  rate: number
}

const byId = (one: OutgoingMessage, other: OutgoingMessage) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1)

/** One mail of a batch: plain text, the same as HTML, and how to stop with one click. */
export async function mailOf(message: OutgoingMessage, from: string, utilityName: string) {
  return {
    ...{ from, to: message.to, subject: message.subject ?? utilityName, text: message.text },
    html: await emailHtml(message, utilityName),
    headers: unsubscribeHeaders(message.unsubscribeUrl),
  }
}

/** E-mail by Resend, a hundred in a request. Its key makes a request that is sent again harmless, so that is how it is settled. */
export function createResendSender({ apiKey, from, utilityName, baseUrl, rate }: ResendSettings): Sender {
  const client = new ResendClient(apiKey, baseUrl ?? BASE_URL)

  /** The same messages always make the same request, byte for byte. */
  async function sendRequest([idempotencyKey, messages]: [string, OutgoingMessage[]]): Promise<SendResult[]> {
    const ordered = messages.toSorted(byId)
    try {
      const mails = ordered.map((message) => mailOf(message, from, utilityName))
      const { data } = await client.batch.send(await Promise.all(mails), { idempotencyKey, batchValidation: 'permissive' })
      return readResendAnswer(ordered, data ?? { data: [] })
    } catch (error) {
      return readResendFailure(ordered, error)
    }
  }

  async function send(messages: OutgoingMessage[]): Promise<SendResult[]> {
    const requests = groupBy(messages, ({ id, batchKey }) => batchKey ?? `message-${id}`)
    return (await runLimited([...requests], REQUESTS_AT_A_TIME, sendRequest)).flat()
  }

  /** To be refused now says nothing of the first time. What is of no use any more is not sent again to find out. */
  async function settle(messages: UnsettledMessage[]): Promise<SettleResult[]> {
    const isForgotten = ({ claimedAt }: UnsettledMessage) => Date.now() - claimedAt.getTime() > KEY_LIVES
    const isHopeless = (message: UnsettledMessage) => isForgotten(message) || message.usefulSeconds <= 0
    const settled = await send(messages.filter((message) => !isHopeless(message)))
    const hopeless = messages.filter(isHopeless)
    return [
      ...settled.map((result): SettleResult => (result.state === 'retry' ? { ...result, state: 'unsettled' } : result)),
      ...hopeless.map(({ id }): SettleResult => ({ id, state: 'unknown', errorCode: 'resend_key_expired' })),
    ]
  }

  return { name: 'resend', rate, batch: BATCH, perRequest: MAILS_A_REQUEST, canSettle: true, send, settle }
}
