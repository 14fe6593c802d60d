import type { Actor } from '@/lib/auth/actor'
import { optIn } from '@/lib/contacts/opt-in'
import { optOut } from '@/lib/contacts/opt-out'
import { recordReply } from '@/lib/contacts/record-reply'
import { setReachability } from '@/lib/contacts/set-reachability'
import { database } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'
import type { Outcome } from '../bots'
import type { EffectContext } from '../chat'
import { getChatState } from '../chat-queries'

const messenger = ({ chat: { channel } }: EffectContext): Actor => ({ kind: 'system', name: channel, source: 'system' })
const endOf = ({ chat: { channel, id } }: EffectContext) => ({ channel, value: id })

/** Nothing more is told in this chat. */
export async function stopAll(context: EffectContext): Promise<Outcome> {
  const remaining = await optOut(database(), messenger(context), endOf(context), context.cause, context.now)
  return { is: 'stopped', remaining }
}

/** Somebody came, or came back; where they asked for it, what they had stopped is told again. */
export async function startAgain(context: EffectContext, isOpened: boolean, isAsked: boolean): Promise<Outcome> {
  if (!context.hasContact) return { is: 'started', isTold: false, isOpened }
  const { isTold, isStopped, isAway } = await getChatState(database(), context.chat)
  if (!isAway && !(isAsked && isStopped)) return { is: 'started', isTold, isOpened }
  const { cause, now } = context
  // Whoever speaks to us has not blocked us, whatever became of the word that said so.
  if (isAway) await setReachability(database(), messenger(context), { ...endOf(context), isReachable: true }, cause, now)
  if (isAsked) await optIn(database(), messenger(context), endOf(context), cause, now)
  return { is: 'started', isTold: (await getChatState(database(), context.chat)).isTold, isOpened }
}

/** Keeps words that no program understands, for staff to read: those of people whom we know. */
export async function noteWords(context: EffectContext, text: string): Promise<Outcome> {
  if (context.hasContact) await recordReply(database(), endOf(context), text, context.cause, context.now)
  return { is: 'noted' }
}

/** Notices come in the language of the dialogue too. */
export async function setLanguage({ chat: { channel, id }, hasContact }: EffectContext, language: Locale): Promise<Outcome> {
  if (hasContact) await database().contact.updateMany({ where: { channel, value: id }, data: { language } })
  return { is: 'spoken' }
}
