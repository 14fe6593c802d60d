import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { env } from '@/lib/env'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { Dialogue, Effect, Heard, Reply } from './bots'
import type { Chat, EffectContext } from './chat'
import { cleanWords } from './clean-words'
import { getDialogue, type KeptDialogue, saveMove } from './dialogue-queries'
import { readFlood } from './flood'
import { getBotUtility } from './get-bot-utility'
import { inTurn } from './in-turn'
import { isLate } from './is-late'
import { type Move, moveDialogue } from './move-dialogue'
import { readWord } from './read-word'
import { type RenderedReply, renderReply } from './render-reply'

/** What somebody did in a chat, as a messenger brought it. */
export interface BotUpdate {
  /** The messenger's own, once each. */
  id: string
  /** Later updates of a chat have greater ones. */
  order: number
  chat: Chat
  /** That the messenger itself speaks to them, where it says so: "uk", "pt-br". */
  clientLanguage: string | null
  heard: Heard
}

/** What is to be said; `isTaken`: the messenger has it already. */
export interface Answer {
  reply: RenderedReply
  isTaken: boolean
}

/** Two devices at once, or two processes: then one of them looks again. More often than that it is a fault. */
const MOST_TRIES = 8

function chooseLanguage(known: string | null, client: string | null, fallback: Locale): Locale {
  const short = client?.slice(0, 2).toLowerCase() ?? ''
  return [known, short].find((one): one is Locale => one !== null && isLocale(one)) ?? fallback
}

/** Where dialogues stand, as this process wrote it last: most answers need nothing more. Somebody else's move shows when this one is saved. */
const memory = new LRUCache<string, KeptDialogue>({ max: 20_000 })

const keyOf = ({ channel, id }: Chat) => `${channel}:${id}`

/** Writes an answer down with what it changes; null when the dialogue was moved by others. */
async function keep(update: BotUpdate, kept: KeptDialogue, move: Move, now: Date): Promise<Answer | null> {
  const { id: updateId, order, chat } = update
  const { dialogue, language, personId } = move
  const utility = await getBotUtility()
  const reply = renderReply(move.reply, language, { utility, channel: chat.channel, publicUrl: env().PUBLIC_URL })
  const next = { step: dialogue.step, order: Math.max(order, kept.order), language, personId }
  const where = { channel: chat.channel, chat: chat.id, updateId, revision: kept.revision }
  const revision = await saveMove({ ...where, ...next, reply, at: now })
  if (revision === null) memory.delete(keyOf(chat))
  else {
    const isSomebody = typeof personId === 'number'
    const known = { personId: personId ?? kept.personId, hasContact: kept.hasContact || isSomebody }
    memory.set(keyOf(chat), { ...next, ...known, revision, updatedAt: now, answered: null })
  }
  return revision === null ? null : { reply, isTaken: false }
}

function meantBy({ heard, order }: BotUpdate, kept: KeptDialogue, now: Date): Heard {
  return isLate(heard, order, kept, now) ? { kind: 'late' } : cleanWords(heard)
}

const startOf = ({ chat }: BotUpdate, { step }: KeptDialogue): Dialogue => ({ step, isGroup: chat.isGroup })

/** What only looks something up may be done for an update that was answered already; anything else is not done before that is known. */
function isLookUp({ do: what }: Effect): boolean {
  return ['check_number', 'find', 'find_near', 'name_place', 'list', 'planned'].includes(what)
}

function contextOf({ id, chat }: BotUpdate, { personId, hasContact }: KeptDialogue, language: Locale, now: Date): EffectContext {
  return { chat, language, personId, hasContact, cause: `${chat.channel}:${id}`, now }
}

/** The answer where nothing has to be changed for it but the dialogue, by what is remembered; null where that is not enough. */
async function answerFromMemory(update: BotUpdate, now: Date): Promise<Answer | null> {
  const kept = memory.get(keyOf(update.chat))
  if (!kept?.language || !isLocale(kept.language)) return null
  const made = await moveDialogue(startOf(update, kept), meantBy(update, kept, now), contextOf(update, kept, kept.language, now), isLookUp)
  return made && keep(update, kept, { ...made, personId: undefined }, now)
}

async function tryOnce(update: BotUpdate, now: Date): Promise<Answer | null> {
  const { id, chat, clientLanguage } = update
  const kept = await getDialogue({ channel: chat.channel, chat: chat.id, updateId: id })
  if (kept.answered) return kept.answered
  const language = chooseLanguage(kept.language, clientLanguage, (await getBotUtility()).defaultLanguage)
  const made = await moveDialogue(startOf(update, kept), meantBy(update, kept, now), contextOf(update, kept, language, now))
  return made && keep(update, kept, made, now)
}

async function warn({ chat, clientLanguage, id }: BotUpdate): Promise<Answer> {
  const utility = await getBotUtility()
  const { language } = await getDialogue({ channel: chat.channel, chat: chat.id, updateId: id })
  const reply: Reply = { says: [{ say: 'flood' }], buttons: [] }
  const surroundings = { utility, channel: chat.channel, publicUrl: env().PUBLIC_URL }
  return { reply: renderReply(reply, chooseLanguage(language, clientLanguage, utility.defaultLanguage), surroundings), isTaken: false }
}

/** Whether somebody wants to be left in peace, by a word, a command or a button; in a group an admin. */
function isStop({ heard, chat }: BotUpdate): boolean {
  if (heard.kind === 'text') return readWord(heard.text, false) === 'stop'
  return heard.kind === 'act' && heard.act.do === 'stop' && (heard.isAdmin || !chat.isGroup)
}

/**
 * Takes one update of a messenger in and says what to answer: what it changes and the answer are written down together, so that the same update,
 * come again, is answered alike and changes nothing more. Of a flood one answer says that it is too much; null: nothing is to be said. A word that stops
 * messages is never too much. Throws when the database cannot be reached: the messenger brings the update again.
 */
export async function answerUpdate(update: BotUpdate, now: Date): Promise<Answer | null> {
  const key = keyOf(update.chat)
  const flood = isStop(update) ? null : await readFlood(key)
  if (flood === 'silent') return null
  if (flood === 'warn') return warn(update)
  return inTurn(key, async () => {
    const known = await answerFromMemory(update, now)
    if (known) return known
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const answer = await tryOnce(update, now)
      if (answer) return answer
      await sleep(5 * 2 ** tries * Math.random())
    }
    throw new Error('A dialogue was moved by others again and again.')
  })
}
