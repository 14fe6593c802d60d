import { z } from 'zod'
import { parseInput } from '@/lib/parse-input'
import type { BotUpdate } from '../answer-update'
import type { Heard } from '../bots'
import type { Chat } from '../chat'
import { isCommand, readAct } from '../read-act'

const user = z.object({ id: z.number().int(), is_bot: z.boolean().optional(), language_code: z.string().max(35).optional() })
const chat = z.object({ id: z.number().int(), type: z.string() })
/** What is none of our business may be of any shape. */
const message = z.object({
  chat,
  from: user.optional(),
  sender_chat: z.object({ id: z.number().int() }).optional(),
  is_topic_message: z.boolean().optional(),
  message_thread_id: z.number().int().optional(),
  text: z.string().optional(),
  location: z.object({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) }).optional(),
  migrate_to_chat_id: z.number().int().optional(),
})
const update = z.object({
  update_id: z.number().int(),
  message: message.loose().optional(),
  edited_message: message.optional(),
  my_chat_member: z
    .object({
      chat,
      from: user.optional(),
      old_chat_member: z.object({ status: z.string().optional() }).optional(),
      new_chat_member: z.object({ status: z.string() }),
    })
    .optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: message.pick({ chat: true, is_topic_message: true, message_thread_id: true }).optional(),
    })
    .optional(),
})
type Message = z.infer<typeof message>

/** What a message may be that we cannot read. Anything else without text is Telegram's own word: somebody joined, a title was changed. */
const CONTENTS = [
  ...['animation', 'audio', 'document', 'paid_media', 'photo', 'sticker', 'story', 'video', 'video_note', 'voice'],
  ...['contact', 'dice', 'game', 'poll', 'checklist', 'rich_message'],
]

/** What an update says to the bot. */
export interface TelegramMessage {
  /** Null: nothing that is answered. */
  update: BotUpdate | null
  /** The button that waits for a word that it was pressed. */
  callbackId: string | null
  /** Who has to be an admin of the group for what they want; null where that is known, or does not matter. */
  adminToCheck: number | null
  /** The bot that a command in a group names; null where it names none. */
  addressedTo: string | null
  /** A group has become a supergroup, with another name. */
  moved: { from: string; to: string } | null
}

const NOTHING: TelegramMessage = { update: null, callbackId: null, adminToCheck: null, addressedTo: null, moved: null }

const isGroup = ({ type }: { type: string }) => type === 'group' || type === 'supergroup'

function chatOf({
  chat: { id, type },
  is_topic_message,
  message_thread_id,
}: Pick<Message, 'chat' | 'is_topic_message' | 'message_thread_id'>): Chat {
  const group = isGroup({ type })
  return { channel: 'telegram', id: String(id), isGroup: group, threadId: (group && is_topic_message && message_thread_id) || null }
}

const COMMAND = /^\/([a-z_]{1,32})(?:@(\w{1,32}))?(?:\s+([\s\S]*))?$/i

/** "/enrol Via Roma 12", "/start TOKEN"; null for anything else. */
function readCommand(text: string, group: boolean, isAnonymousAdmin: boolean): { heard: Heard; addressedTo: string | null } | null {
  const [, name = '', addressedTo = null, argument = ''] = COMMAND.exec(text.trim()) ?? []
  const command = name.toLowerCase()
  if (!isCommand(command)) return null
  if (command === 'start' && !group) return { heard: { kind: 'opened', token: argument.trim() || null, isAsked: true }, addressedTo }
  return { heard: { kind: 'act', act: { do: command }, argument: argument.trim(), isAdmin: isAnonymousAdmin }, addressedTo }
}

function hearPrivate(said: Message): Heard | null {
  if (said.text !== undefined) return readCommand(said.text, false, false)?.heard ?? { kind: 'text', text: said.text }
  if (said.location) return { kind: 'location', longitude: said.location.longitude, latitude: said.location.latitude }
  return CONTENTS.some((content) => Object.hasOwn(said, content)) ? { kind: 'unreadable' } : null
}

/** Only commands: what people say to each other in a group is none of our business. */
function hearGroup(said: Message): { heard: Heard; addressedTo: string | null; adminToCheck: number | null } | null {
  // Only admins can speak as the group itself.
  const isAnonymousAdmin = said.sender_chat?.id === said.chat.id
  const read = said.text === undefined ? null : readCommand(said.text, true, isAnonymousAdmin)
  return read && { ...read, adminToCheck: isAnonymousAdmin ? null : (said.from?.id ?? null) }
}

const AWAY = new Set(['left', 'kicked'])

/** Somebody brought the bot into a group: it says what it is for. */
function hearBrought(
  change: NonNullable<z.infer<typeof update>['my_chat_member']>,
  numbered: { id: string; order: number },
): TelegramMessage {
  const wasAway = AWAY.has(change.old_chat_member?.status ?? '')
  const isHere = ['member', 'administrator'].includes(change.new_chat_member.status)
  if (!isGroup(change.chat) || !wasAway || !isHere) return NOTHING
  const heard: Heard = { kind: 'opened', token: null, isAsked: false }
  return { ...NOTHING, update: { ...numbered, chat: chatOf(change), clientLanguage: change.from?.language_code ?? null, heard } }
}

/** Reads what an update says to the bot. Throws `bad_input` for what is no update. */
export function readTelegramMessage(body: unknown): TelegramMessage {
  const { update_id, message: said, edited_message: edited, callback_query: pressed, my_chat_member: change } = parseInput(update, body)
  const numbered = { id: String(update_id), order: update_id }
  if (pressed) {
    if (!pressed.message) return { ...NOTHING, callbackId: pressed.id }
    const act = readAct(pressed.data ?? '')
    const own = chatOf(pressed.message)
    const heard: Heard = act ? { kind: 'act', act, isAdmin: false } : { kind: 'strange_button' }
    const answered = { ...numbered, chat: own, clientLanguage: pressed.from.language_code ?? null, heard }
    return { ...NOTHING, update: answered, callbackId: pressed.id, adminToCheck: own.isGroup ? pressed.from.id : null }
  }
  if (change) return hearBrought(change, numbered)
  const one = said ?? edited
  if (!one || one.from?.is_bot === true || !(one.chat.type === 'private' || isGroup(one.chat))) return NOTHING
  if (one.migrate_to_chat_id !== undefined) return { ...NOTHING, moved: { from: String(one.chat.id), to: String(one.migrate_to_chat_id) } }
  const common = { ...numbered, chat: chatOf(one), clientLanguage: one.from?.language_code ?? null }
  if (!said)
    return one.chat.type === 'private' && one.text !== undefined
      ? { ...NOTHING, update: { ...common, heard: { kind: 'edited' } } }
      : NOTHING
  if (isGroup(one.chat)) {
    const group = hearGroup(one)
    return group ? { ...NOTHING, ...group, update: { ...common, heard: group.heard } } : NOTHING
  }
  const heard = hearPrivate(one)
  return heard ? { ...NOTHING, update: { ...common, heard } } : NOTHING
}
