import { createHash } from 'node:crypto'
import { subscribe } from '@/lib/contacts/subscribe'
import { database, transaction } from '@/lib/db/client'
import { proveAccount } from '@/lib/self-service/prove-account'
import { readAccountNumber } from '@/lib/self-service/read-proof'
import { getSignInRules } from '@/lib/utility/sign-in-rules'
import type { Outcome } from '../bots'
import type { Chat, EffectContext } from '../chat'
import { findChatFollows } from '../chat-queries'
import { labelFollow } from '../label-follow'
import { claimChat, findSpeaker } from './claim-chat'

/** What counts as one client among those who guess: the chat, not to be read from what is kept of it. */
function clientOf({ channel, id }: Chat): string {
  return `${channel}:${createHash('sha256').update(id).digest('base64url').slice(0, 12)}`
}

/** Whether a number can be an account's. Throws `bad_input`. */
export async function checkNumber(number: string): Promise<Outcome> {
  readAccountNumber(number, await getSignInRules(database()))
  return { is: 'number_read', number }
}

/**
 * Whether somebody has the bill of an account: then the chat is theirs, and hears of it. Guesses are limited by proveAccount, as on the page.
 * Throws what it throws.
 */
export async function prove(context: EffectContext, number: string, proof: string): Promise<{ outcome: Outcome; personId?: number }> {
  const { chat, now, language } = context
  const db = database()
  const known = await findSpeaker(context)
  const proved = await proveAccount(db, { number, proof, client: clientOf(chat), ...(known !== null && { personId: known }) }, now)
  if (!proved) return { outcome: { is: 'not_proved' } }
  const { accountId } = proved
  const { contactId, personId } = await claimChat(context, proved.personId)
  const { holderId } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { holderId: true } })
  const role = holderId === personId ? 'holder' : 'resident'
  await transaction((own) => subscribe(own, contactId, { accountIds: [accountId], addressIds: [], role }, now))
  const follow = (await findChatFollows(db, chat)).find(({ account }) => account?.id === accountId)
  return { outcome: { is: 'proved', label: follow ? labelFollow(follow, language) : number }, personId }
}
