import type { CustomerActor } from '@/lib/auth/actor'
import type { Locale } from '@/lib/i18n/locales'
import type { BotChannel } from './bots'

/** A chat in which somebody talks with the bot. */
export interface Chat {
  channel: BotChannel
  /** The messenger's own name of it: the value of its contact. */
  id: string
  isGroup: boolean
  /** The topic of a group in which the bot was spoken to. */
  threadId: number | null
}

/** What an effect has to know. */
export interface EffectContext {
  chat: Chat
  language: Locale
  /** Whom the chat spoke for, as far as is known. */
  personId: number | null
  /** Whether the chat was anybody's contact; before that there is nothing to look up or to change. */
  hasContact: boolean
  /** Names what brought it about, and no person: `telegram:123`. */
  cause: string
  now: Date
}

/** Whoever speaks in a chat is who the chat speaks for. */
export function actorOf({ chat: { channel } }: EffectContext, personId: number): CustomerActor {
  return { kind: 'customer', personId, source: channel }
}
