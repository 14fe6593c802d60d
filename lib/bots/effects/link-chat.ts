import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { Outcome } from '../bots'
import type { EffectContext } from '../chat'
import { readChatLinkToken } from '../chat-link'
import { claimChat } from './claim-chat'

/** Makes the chat a contact of whoever made the link on their account page. */
export async function linkChat(context: EffectContext, token: string): Promise<{ outcome: Outcome; personId?: number }> {
  const wanted = readChatLinkToken(token, context.now, env().NEXTAUTH_SECRET ?? '')
  const person = wanted === null ? null : await database().person.findUnique({ where: { id: wanted }, select: { id: true } })
  if (!person || context.chat.isGroup) return { outcome: { is: 'linked', isLinked: false } }
  const { personId } = await claimChat(context, person.id)
  return { outcome: { is: 'linked', isLinked: true }, personId }
}
