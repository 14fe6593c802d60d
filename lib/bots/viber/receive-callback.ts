import { CHANNEL_RATES, type OutgoingMessage, type SendResult } from '@/lib/channels/channels'
import { createViberSender, viberWelcome } from '@/lib/channels/viber'
import { readViberCallback } from '@/lib/channels/viber-callbacks'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { receiveNews } from '@/lib/notices/receive-news'
import { answerUpdate } from '../answer-update'
import { markTaken } from '../dialogue-queries'
import { getBotUtility } from '../get-bot-utility'
import type { RenderedReply } from '../render-reply'
import { readViberMessage, type ViberMessage } from './read-message'

async function send(to: string, { text, buttons }: RenderedReply): Promise<SendResult | undefined> {
  const { VIBER_AUTH_TOKEN: token = '', VIBER_API_ROOT: apiRoot, VIBER_RATE: rate = CHANNEL_RATES.viber } = env()
  const sender = createViberSender({ token, apiRoot, rate, senderName: (await getBotUtility()).name })
  const rest = { language: '', subject: null, segments: null, usefulSeconds: 60, unsubscribeUrl: null, batchKey: null }
  const message: OutgoingMessage = { id: '0', to, text, buttons, ...rest }
  return (await sender.send([message]))[0]
}

/**
 * Whoever writes to us may be written to: to take a block back by that Viber sends no other callback. Under a name of its own, so that what the words
 * themselves ask for is done, too.
 */
async function hearReturn({ update: { id, chat }, isWelcome }: ViberMessage, now: Date): Promise<void> {
  if (isWelcome) return
  await receiveNews({ provider: 'viber', id: `${id}:written`, reachability: { channel: 'viber', value: chat.id, isReachable: true } }, now)
}

/**
 * Takes in one callback of Viber: a receipt, a bot blocked, somebody's words. Returns what to answer in the response: a welcome to whoever opens the
 * chat; null for nothing, everything else is said by a call. Throws `bad_input`; and `unavailable` when Viber surely did not take the answer, or the database
 * cannot be reached: then the callback comes again, and so does the answer.
 */
export async function receiveViberCallback(body: unknown, now: Date): Promise<object | null> {
  await receiveNews(readViberCallback(body), now)
  const read = readViberMessage(body)
  if (read) await hearReturn(read, now)
  const answer = read && (await answerUpdate(read.update, now))
  if (!answer || answer.isTaken) return null
  const { text, buttons } = answer.reply
  if (read.isWelcome) return viberWelcome({ text, buttons }, (await getBotUtility()).name)
  const result = await send(read.update.chat.id, answer.reply)
  if (result?.state === 'retry') throw new AppError('unavailable', { reason: 'messenger_down' })
  if (result?.state !== 'sent') logger.warn({ state: result?.state }, 'an answer by Viber was not sent')
  await markTaken(database(), 'viber', read.update.id, now)
  return null
}
