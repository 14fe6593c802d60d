import { accountsOf } from '@/lib/contacts/own-contacts'
import { subscribe } from '@/lib/contacts/subscribe'
import { database, transaction } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { Outcome } from '../bots'
import type { EffectContext } from '../chat'
import { readChatLinkToken } from '../chat-link'
import { claimChat, findSpeaker } from './claim-chat'

/** Has a contact hear of all accounts that its person holds or has proved; what it hears of already stays as it is. */
async function followAccounts(contactId: number, personId: number, now: Date): Promise<void> {
  const accounts = await database().$queryRaw<Array<{ id: number }>>`SELECT id FROM (${accountsOf(personId)}) AS own`
  const accountIds = accounts.map(({ id }) => id)
  await transaction((db) => subscribe(db, contactId, { accountIds, addressIds: [], role: 'holder' }, now))
}

/**
 * Has the chat hear of the accounts of whoever made the link on their account page. It stays a contact of its own: the link may have been sent to
 * somebody else, who by opening it lets nobody into what is theirs, now or later.
 */
export async function linkChat(context: EffectContext, token: string): Promise<{ outcome: Outcome; personId?: number }> {
  const wanted = readChatLinkToken(token, context.now, env().NEXTAUTH_SECRET ?? '')
  const person = wanted === null ? null : await database().person.findUnique({ where: { id: wanted }, select: { id: true } })
  if (!person || context.chat.isGroup) return { outcome: { is: 'linked', isLinked: false } }
  const { contactId, personId } = await claimChat(context, await findSpeaker(context))
  await followAccounts(contactId, person.id, context.now)
  return { outcome: { is: 'linked', isLinked: true }, personId }
}
