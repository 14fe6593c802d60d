import type { Actor } from '@/lib/auth/actor'
import type { InboundText } from '@/lib/channels/provider-news'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { rateLimit } from '@/lib/http/rate-limit'
import { isLocale } from '@/lib/i18n/locales'
import { getUtility } from '@/lib/utility/queries'
import { optIn } from './opt-in'
import { optOut } from './opt-out'
import { type ContactEnd, getContactEndOrNull } from './queries'
import { readStopWord } from './read-stop-word'
import { recordReply } from './record-reply'
import { createReplies } from './replies'

/** Enough for whoever does not know, too few for two machines that answer each other. */
const HELP_LIMIT = rateLimit('inbound-help', 3, 3600)

async function isTooMuch(end: ContactEnd): Promise<boolean> {
  try {
    await HELP_LIMIT.take(`${end.channel}:${end.value}`)
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') return true
    throw error
  }
}

/**
 * Does what a word asks for (STOP, START and their like) and answers it; anything else is kept for staff
 * to read and answered with help, a few times an hour. Strangers
 * are answered as well, and learn nothing of anybody. In the contact's language, else the utility's. Null: nothing to say.
 */
export async function answerInbound(actor: Actor, { channel, from, text }: InboundText, cause: string, now: Date): Promise<string | null> {
  const end = { channel, value: from }
  const db = database()
  const [utility, known] = await Promise.all([getUtility(db), getContactEndOrNull(db, end)])
  const language = known && isLocale(known.language) ? known.language : utility.defaultLanguage
  const replies = createReplies({ utility, publicUrl: env().PUBLIC_URL, channel }, language)
  const word = readStopWord(text)
  if (word === 'stop') return replies.stopped(await optOut(db, actor, end, cause, now))
  if (word === 'start') {
    await optIn(db, actor, end, cause, now)
    if ((await getContactEndOrNull(db, end))?.isConfirmed) return replies.started()
  }
  if (word === null && known) await recordReply(db, end, text, cause, now)
  return (await isTooMuch(end)) ? null : replies.help(known !== null)
}
