import { enrolAddress } from '@/lib/contacts/enrol/enrol-address'
import { database } from '@/lib/db/client'
import type { Outcome } from '../bots'
import { actorOf, type EffectContext } from '../chat'
import { findChatPerson } from '../chat-queries'
import { claimChat } from './claim-chat'
import { getPlaceOrNull } from './find-places'

/** Has the chat hear of an address without a contract, for a year. Throws what enrolAddress throws: five are enough. */
export async function followPlace(context: EffectContext, addressId: number): Promise<{ outcome: Outcome; personId?: number }> {
  const place = await getPlaceOrNull(addressId)
  if (!place) return { outcome: { is: 'named', to: 'follow', place: null } }
  const known = await findChatPerson(database(), context.chat, context.personId)
  const { contactId, personId } = await claimChat(context, known)
  await enrolAddress(actorOf(context, personId), { contactId, addressId }, context.now)
  return { outcome: { is: 'followed', label: place.label }, personId }
}
