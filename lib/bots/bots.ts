import { z } from 'zod'
import type { Channel, Service } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'

/** The messengers in which people talk with the bot. */
export type BotChannel = Extract<Channel, 'telegram' | 'viber'>

/** What can be asked for at any time, by a word, a command or a button. */
export const COMMANDS = [
  ...(['menu', 'help', 'language', 'add', 'enrol', 'list', 'remove', 'planned'] as const),
  ...(['stop', 'start', 'person', 'back', 'cancel'] as const),
] as const
export type Command = (typeof COMMANDS)[number]

const place = z.object({ id: z.number(), label: z.string() })
/** An address by its id, in one line. */
export type Place = z.infer<typeof place>

const follow = z.object({ id: z.number(), label: z.string() })
/** Something that a chat is told about: a subscription by its id, in one line. */
export type Follow = z.infer<typeof follow>

/** What an address is wanted for: to be told about it, or to see what is planned there. */
const purpose = z.enum(['follow', 'look'])
export type Purpose = z.infer<typeof purpose>

export const stepSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('home') }),
  z.object({ at: z.literal('language') }),
  z.object({ at: z.literal('account_number') }),
  z.object({ at: z.literal('account_proof'), number: z.string() }),
  z.object({ at: z.literal('address'), to: purpose }),
  z.object({ at: z.literal('choose'), to: purpose, places: z.array(place) }),
  z.object({ at: z.literal('confirm_follow'), place }),
  z.object({ at: z.literal('pick'), follows: z.array(follow) }),
  z.object({ at: z.literal('confirm_drop'), follow }),
  z.object({ at: z.literal('confirm_leave'), place }),
])
/** Where a dialogue stands: what was asked last, with what has been said so far. */
export type Step = z.infer<typeof stepSchema>

/** One chat's dialogue. In a group only commands and buttons are heard, and nothing of accounts is said. */
export interface Dialogue {
  step: Step
  isGroup: boolean
}

/** What a button does, or a command: whole in itself, so that a button of long ago does what it says. */
export type Act =
  | { do: Command }
  | { do: 'speak'; language: Locale }
  | { do: 'look' | 'follow' | 'follow_yes' | 'leave' | 'leave_yes' | 'drop' | 'drop_yes'; id: number }

/** What somebody did. `isAdmin` counts in groups alone. */
export type Heard =
  | { kind: 'act'; act: Act; argument?: string; isAdmin: boolean }
  /** Somebody opened the chat; `isAsked`: by a word that also asks for messages again. */
  | { kind: 'opened'; token: string | null; isAsked: boolean }
  | { kind: 'text'; text: string }
  | { kind: 'location'; longitude: number; latitude: number }
  /** A sticker, a photo, a voice message. */
  | { kind: 'unreadable' }
  /** A text was changed after it had been answered. */
  | { kind: 'edited' }
  /** A text that came after a later one: what it answers is not known any more. */
  | { kind: 'late' }
  /** A button that we have never made. */
  | { kind: 'strange_button' }

/** What the dialogue wants to be done or looked up before it answers. */
export type Effect =
  | { do: 'check_number'; number: string }
  | { do: 'prove'; number: string; proof: string }
  | { do: 'find'; text: string; to: Purpose; isGuess: boolean }
  | { do: 'find_near'; longitude: number; latitude: number; to: Purpose }
  | { do: 'name_place'; id: number; to: 'follow' | 'leave' }
  /** `label`: of the address, where it was just asked about. */
  | { do: 'follow'; id: number; label: string | null }
  | { do: 'list'; to: 'list' | 'remove' | { drop: number } }
  | { do: 'drop'; id: number }
  | { do: 'leave'; id: number }
  | { do: 'stop' }
  | { do: 'start'; isOpened: boolean; isAsked: boolean }
  | { do: 'link'; token: string }
  | { do: 'planned'; id: number | null }
  | { do: 'note'; text: string }
  | { do: 'speak'; language: Locale }

export interface PlannedOutage {
  service: Service
  reference: string
  title: string
  state: 'coming' | 'running' | 'cancelled'
  /** ISO instants. */
  start: string
  end: string
}

export interface PlannedPlace extends Place {
  status: 'affected' | 'none_planned' | 'unknown'
  outages: PlannedOutage[]
}

/** What came of an effect. */
export type Outcome =
  | { is: 'number_read'; number: string }
  | { is: 'proved'; label: string }
  | { is: 'not_proved' }
  /** An error of a use case: a key below `errors`, with its values. */
  | { is: 'refused'; reason: string; field: string | null; params: Record<string, string | number> }
  | { is: 'found'; to: Purpose; places: Place[]; isExact: boolean; guess: string | null }
  | { is: 'named'; to: 'follow' | 'leave'; place: Place | null }
  | { is: 'followed'; label: string }
  | { is: 'listed'; to: 'list' | 'remove' | { drop: number }; follows: Follow[] }
  /** Null: it was gone already. */
  | { is: 'dropped'; label: string | null }
  | { is: 'left'; label: string | null; id: number }
  | { is: 'stopped'; remaining: Channel[] }
  | { is: 'started'; isTold: boolean; isOpened: boolean }
  | { is: 'linked'; isLinked: boolean }
  | { is: 'planned'; places: PlannedPlace[]; isOne: boolean }
  | { is: 'noted' }
  | { is: 'spoken' }

/** One paragraph of an answer: words of a key below `bot`, of an error, a numbered list, or what is planned. */
export type Say =
  | { say: string; values?: Record<string, string | number> }
  | { error: string; values: Record<string, string | number> }
  | { numbered: string[] }
  | { channels: Channel[] }
  | { planned: PlannedPlace[] }

/** `label` is a key below `bot.button`, or words as they are. */
export type Button = { label: string | { text: string }; act: string } | { label: string; asks: 'location' }

export interface Reply {
  says: Say[]
  /** Rows of them. */
  buttons: Button[][]
}

/** One move of a dialogue: an answer, or something to be done first. */
export type Turn = { dialogue: Dialogue; reply: Reply } | { dialogue: Dialogue; effect: Effect }

export const HOME: Step = { at: 'home' }
