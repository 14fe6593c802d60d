import { SYSTEM } from '@/lib/auth/actor'
import { addChat } from '@/lib/contacts/confirm/add-chat'
import { database } from '@/lib/db/client'
import { actorOf, type EffectContext } from '../chat'
import { findChatPerson } from '../chat-queries'

/** A chat's contact, and whose it is. */
export interface ClaimedChat {
  contactId: number
  personId: number
}

/** Whom the chat speaks for; null of a chat that nobody knows. */
export async function findSpeaker({ chat, personId, hasContact }: EffectContext): Promise<number | null> {
  return hasContact ? findChatPerson(database(), chat, personId) : personId
}

/**
 * The contact of a chat as a person's; of nobody in particular it is whoever has it, else somebody new. One that is there already is left as it is,
 * save that a group is told where it was spoken to last.
 */
export async function claimChat(context: EffectContext, personId: number | null): Promise<ClaimedChat> {
  const { channel, id, threadId, isGroup } = context.chat
  if (personId !== null) {
    const key = { personId, channel, value: id }
    const known = await database().contact.findUnique({
      where: { personId_channel_value: key },
      select: { id: true, state: true, threadId: true },
    })
    if (known?.state === 'confirmed' && (!isGroup || known.threadId === threadId)) return { contactId: known.id, personId }
  }
  const actor = personId === null ? SYSTEM : actorOf(context, personId)
  const chat = { channel, chat: id, language: context.language, ...(threadId !== null && { threadId }) }
  return addChat(actor, chat, context.now)
}
