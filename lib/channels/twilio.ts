import twilio from 'twilio'
import type { OutgoingMessage, Sender, SendResult } from './channels'
import { nameFailure } from './name-failure'
import { readTwilioRefusal } from './read-twilio-refusal'
import { runLimited } from './run-limited'
import { settleByTwilio } from './settle-by-twilio'
import { TwilioHttpClient, TwilioRefusal } from './twilio-http-client'
import { wasNeverSent } from './was-never-sent'

const BASE_URL = 'https://api.twilio.com'
/** Twilio holds a message in its queue for at most ten hours. */
const LONGEST_VALIDITY = 36_000
const CALLS_AT_A_TIME = 40
const BATCH = 500

export interface TwilioSettings {
  name: 'twilio' | 'twilio_2'
  accountSid: string
  authToken: string
  /** A name of up to 11 characters, a number, or a messaging service's id (MG…). */
  from: string
  baseUrl?: string | undefined
  /** Origin of this installation, to which receipts come. */
  publicUrl: string
  /** Segments a second. */
  rate: number
}

/** What becomes of a message whose call threw. */
export function readTwilioFailure(id: string, error: unknown): SendResult {
  if (error instanceof TwilioRefusal) return readTwilioRefusal(id, error)
  return { id, state: wasNeverSent(error) ? 'retry' : 'unsettled', errorCode: nameFailure(error) }
}

/** SMS by Twilio, one call a message. A message not handed on while it is of use is dropped by Twilio, not sent late. */
export function createTwilioSender({ name, accountSid, authToken, from, baseUrl, publicUrl, rate }: TwilioSettings): Sender {
  const client = twilio(accountSid, authToken, { httpClient: new TwilioHttpClient(baseUrl ?? BASE_URL) })
  const origin = from.startsWith('MG') ? { messagingServiceSid: from } : { from }
  const statusCallback = `${publicUrl}/api/webhooks/twilio?sender=${name}`

  async function sendOne({ id, to, text, usefulSeconds }: OutgoingMessage): Promise<SendResult> {
    const validityPeriod = Math.min(LONGEST_VALIDITY, Math.max(1, Math.floor(usefulSeconds)))
    try {
      const { sid } = await client.messages.create({ ...origin, to, body: text, validityPeriod, statusCallback })
      return { id, state: 'sent', providerId: sid }
    } catch (error) {
      return readTwilioFailure(id, error)
    }
  }

  return {
    ...{ name, rate, batch: BATCH, perRequest: 1, canSettle: true },
    send: (messages) => runLimited(messages, CALLS_AT_A_TIME, sendOne),
    settle: (messages, isKnown) => settleByTwilio(client, messages, isKnown),
  }
}
