import { telegramMessage } from '@/lib/channels/telegram-message'
import { readTelegramUpdate } from '@/lib/channels/telegram-updates'
import { logger } from '@/lib/logger'
import { receiveNews } from '@/lib/notices/receive-news'
import { answerUpdate, type BotUpdate } from '../answer-update'
import { isForAnybody } from '../hear-act'
import { moveChat } from '../move-chat'
import { currentTelegramBot } from './current-bot'
import { readTelegramMessage, type TelegramMessage } from './read-message'

const ADMINS = new Set(['creator', 'administrator'])

/** Whether somebody is an admin of a group, by Telegram's own word. While it says nothing, nobody is. */
async function isAdmin(chat: string, userId: number): Promise<boolean> {
  try {
    const { status } = await currentTelegramBot().api.getChatMember(chat, userId)
    return ADMINS.has(status)
  } catch (error) {
    logger.warn({ err: error }, 'Telegram does not say who is an admin')
    return false
  }
}

/** Whether a command in a group is meant for us; one that names no bot is. */
async function isMeant(addressedTo: string | null): Promise<boolean> {
  if (addressedTo === null) return true
  const name = await currentTelegramBot()
    .name()
    .catch(() => addressedTo)
  return name.toLowerCase() === addressedTo.toLowerCase()
}

/** What somebody wants in a group, with whether they may. Telegram is asked only where it matters. */
async function withRights({ update, adminToCheck }: TelegramMessage): Promise<BotUpdate | null> {
  if (update?.heard.kind !== 'act' || adminToCheck === null || isForAnybody(update.heard.act)) return update
  return { ...update, heard: { ...update.heard, isAdmin: await isAdmin(update.chat.id, adminToCheck) } }
}

/** The button stops waiting; not told so it stops by itself after a while. */
function stopWaiting(callbackId: string): void {
  void currentTelegramBot()
    .api.answerCallbackQuery(callbackId)
    .catch((error: Error) => logger.debug({ error: error.name }, 'a button waits on'))
}

/** An answer on its way. */
export interface TelegramAnswer {
  updateId: string
  message: ReturnType<typeof telegramMessage>
}

/**
 * Takes in one update of Telegram, be it posted to the webhook or asked for: a bot blocked, a group moved, somebody's words. Returns what to say to it, to
 * be said in the response or by a call; null for nothing. Throws `bad_input`, and when the database cannot be reached.
 */
export async function receiveTelegramUpdate(body: unknown, now: Date): Promise<TelegramAnswer | null> {
  const news = readTelegramUpdate(body)
  await receiveNews(news, now)
  const read = readTelegramMessage(body)
  if (read.moved) {
    await moveChat('telegram', read.moved.from, read.moved.to)
    // The bot leaves the old group by that, and may have been heard to before: it is in the new one.
    await receiveNews({ ...news, reachability: { channel: 'telegram', value: read.moved.to, isReachable: true } }, now)
  }
  if (read.callbackId !== null) stopWaiting(read.callbackId)
  if (!(await isMeant(read.addressedTo))) return null
  const update = await withRights(read)
  const answer = update && (await answerUpdate(update, now))
  if (!answer || answer.isTaken) return null
  const { id: to, threadId } = update.chat
  return { updateId: update.id, message: telegramMessage({ to, threadId, text: answer.reply.text, buttons: answer.reply.buttons }) }
}
