import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canSpeakForContacts } from '@/lib/auth/policies'
import { currentInstant } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { logger } from '@/lib/logger'
import { markTaken } from '../dialogue-queries'
import { ALLOWED_UPDATES } from './allowed-updates'
import { currentTelegramBot } from './current-bot'
import { receiveTelegramUpdate, type TelegramAnswer } from './receive-update'

/** Seconds for which Telegram holds a question open until somebody writes: well below our own patience with a provider. */
const HELD = 20
/** Milliseconds between tries while Telegram cannot be reached, at most. */
const LONGEST_WAIT = 30_000
/** So often an answer is tried; then whoever asked has to ask again. */
const TRIES = 3

/** Says an answer; a refusal for good (the bot is blocked) is the end of it. */
async function say({ updateId, message: { chat_id, text, ...fields } }: TelegramAnswer): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await currentTelegramBot().api.sendMessage(chat_id, text, fields)
      return await markTaken(database(), 'telegram', updateId, await currentInstant())
    } catch (error) {
      const wait = error instanceof GrammyError ? (error.parameters.retry_after ?? null) : 1
      if (wait === null || tries === TRIES) return logger.warn({ err: error }, 'an answer by Telegram was not sent')
      await sleep(wait * 1000)
    }
  }
}

async function take(update: { update_id: number }): Promise<void> {
  const answer = await receiveTelegramUpdate(update, await currentInstant())
  if (answer) await say(answer)
}

/**
 * Asks Telegram for updates instead of being called, and answers them, until `signal` ends it: for a machine that nobody reaches from outside. An update is
 * confirmed only once its answer is said; one that cannot be taken in is tried again. Ends the webhook, since Telegram allows only one of the two.
 * Throws `forbidden`, and `not_found` without a token.
 */
export async function pollTelegram(actor: Actor, signal: AbortSignal, onReady: (name: string) => void = () => {}): Promise<void> {
  requirePolicy(actor, canSpeakForContacts(actor))
  const { api, name } = currentTelegramBot()
  await api.deleteWebhook()
  onReady(await name())
  let offset = 0
  let wait = 0
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates({ offset, timeout: HELD, allowed_updates: ALLOWED_UPDATES })
      for (const update of updates) {
        await take(update)
        offset = update.update_id + 1
      }
      wait = 0
      // A gateway, or a test, that holds no question open.
      if (updates.length === 0) await sleep(50, undefined, { signal }).catch(() => {})
    } catch (error) {
      wait = Math.min(LONGEST_WAIT, Math.max(500, wait * 2))
      logger.warn({ err: error }, 'Telegram cannot be asked')
      await sleep(wait, undefined, { signal }).catch(() => {})
    }
  }
  // What was answered last is confirmed.
  if (offset > 0) await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {})
}
