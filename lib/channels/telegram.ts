import { Api } from 'grammy'
import type { OutgoingMessage, Sender, SendResult } from './channels'
import { readTelegramFailure } from './read-telegram-failure'
import { REQUEST_TIMEOUT } from './request-timeout'
import { runLimited } from './run-limited'
import { telegramFetch } from './telegram-fetch'

const API_ROOT = 'https://api.telegram.org'
const CALLS_AT_A_TIME = 30
const BATCH = 100

export interface TelegramSettings {
  token: string
  apiRoot?: string | undefined
  /** Messages a second. */
  rate: number
}

/** Messages by a Telegram bot, one call a message. What it said cannot be asked for, so a call cut short stays `unknown`. */
export function createTelegramSender({ token, apiRoot, rate }: TelegramSettings): Sender {
  const api = new Api(token, {
    apiRoot: (apiRoot ?? API_ROOT).replace(/\/$/, ''),
    fetch: telegramFetch as unknown as typeof fetch,
    // Its own clock stops only the waiting; the call itself is given up a little earlier.
    timeoutSeconds: 1 + REQUEST_TIMEOUT / 1000,
  })

  async function sendOne({ id, to, text }: OutgoingMessage): Promise<SendResult> {
    try {
      const sent = await api.sendMessage(to, text, { link_preview_options: { is_disabled: true } })
      return { id, state: 'sent', providerId: `${to}:${sent.message_id}` }
    } catch (error) {
      return readTelegramFailure(id, error)
    }
  }

  return {
    ...{ name: 'telegram', rate, batch: BATCH, perRequest: 1, canSettle: false },
    send: (messages) => runLimited(messages, CALLS_AT_A_TIME, sendOne),
    settle: async (messages) => messages.map(({ id }) => ({ id, state: 'unknown', errorCode: 'telegram_cannot_be_asked' })),
  }
}
