import { GrammyError } from 'grammy'
import type { OutgoingMessage, Sender, SendResult } from './channels'
import { readTelegramFailure } from './read-telegram-failure'
import { runLimited } from './run-limited'
import { createTelegramApi } from './telegram-api'
import { telegramMessage } from './telegram-message'

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
  const api = createTelegramApi(token, apiRoot)

  async function sendOne(message: OutgoingMessage, isMoved = false): Promise<SendResult> {
    const { id, to } = message
    try {
      const { chat_id, text, ...fields } = telegramMessage(message)
      const sent = await api.sendMessage(chat_id, text, fields)
      return { id, state: 'sent', providerId: `${to}:${sent.message_id}` }
    } catch (error) {
      // The group has become a supergroup: what was refused for that goes to its new name, once.
      const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined
      if (moved !== undefined && !isMoved) return sendOne({ ...message, to: String(moved), threadId: null }, true)
      return readTelegramFailure(id, error)
    }
  }

  return {
    ...{ name: 'telegram', rate, batch: BATCH, perRequest: 1, canSettle: false },
    send: (messages) => runLimited(messages, CALLS_AT_A_TIME, (message) => sendOne(message)),
    settle: async (messages) => messages.map(({ id }) => ({ id, state: 'unknown', errorCode: 'telegram_cannot_be_asked' })),
  }
}
