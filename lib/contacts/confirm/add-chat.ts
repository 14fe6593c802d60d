import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canSpeakForChat } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { LOCALES } from '@/lib/i18n/locales'
import { parseInput } from '@/lib/parse-input'
import { recordConsent } from '../consent'
import { normaliseContact } from '../normalise-contact'
import { addNewChat } from './add-new-chat'
import { confirmEnd } from './confirm-end'
import { lockEnd } from './same-ends'

const addChatInput = z.object({
  channel: z.enum(['telegram', 'viber']),
  chat: z.string().max(64),
  language: z.enum(LOCALES),
  threadId: z.number().int().optional(),
})
export type AddChat = z.input<typeof addChatInput>

/** Whose chat it is: who acts; else whoever has it confirmed already; else somebody new. */
async function choosePerson(db: Db, actor: Actor, channel: 'telegram' | 'viber', value: string): Promise<number> {
  if (actor.kind === 'customer') return actor.personId
  const known = await db.contact.findFirst({
    where: { channel, value, state: 'confirmed' },
    orderBy: { id: 'asc' },
    select: { personId: true },
  })
  return known?.personId ?? (await db.person.create({ data: {}, select: { id: true } })).id
}

/**
 * Writes down a chat with our bot as somebody's contact, confirmed at once: that the message came from it is the proof. `threadId`: the topic of a group.
 * By the bot alone, for the customer whom the chat speaks for, or (as SYSTEM) for whoever has it, else for somebody new. Said again it
 * changes the language and topic. Throws `forbidden`, `bad_input`.
 */
export async function addChat(actor: Actor, raw: AddChat, now: Date): Promise<{ contactId: number; personId: number }> {
  requirePolicy(actor, canSpeakForChat(actor))
  const { channel, chat, language, threadId } = parseInput(addChatInput, raw)
  return transaction(async (db) => {
    // A chat is of no country.
    const value = normaliseContact(channel, chat, '')
    // Of two devices of a chat that nobody knows yet, whichever process hears them, the second finds what the first one added.
    await db.$queryRaw`SELECT chat FROM bot_dialogue WHERE channel = ${channel}::channel AND chat = ${value} FOR UPDATE`
    const isKnown = (await lockEnd(db, { channel, value })) > 0
    if (!isKnown && actor.kind !== 'customer') return addNewChat(db, actor, { channel, value, language, threadId: threadId ?? null }, now)
    const personId = await choosePerson(db, actor, channel, value)
    const key = { personId, channel, value }
    const told = { language, threadId: threadId ?? null }
    const { id } = await db.contact.upsert({
      where: { personId_channel_value: key },
      create: { ...key, ...told, createdAt: now },
      update: told,
      select: { id: true },
    })
    const { contactId } = await confirmEnd(db, actor, id, personId, now)
    await db.contact.update({ where: { id: contactId }, data: told })
    await recordConsent(db, { personId, contactId, language, source: channel }, now)
    await recordAudit(db, actor, { action: 'contact.add_chat', subject: `contact:${contactId}`, after: { channel, language } }, now)
    return { contactId, personId }
  })
}
