import { enrolAddress } from '@/lib/contacts/enrol/enrol-address'
import type { Outcome } from '../bots'
import { actorOf, type EffectContext } from '../chat'
import { claimChat, findSpeaker } from './claim-chat'
import { getPlaceOrNull } from './find-places'

/** Has the chat hear of an address without a contract, for a year. Throws what enrolAddress throws: five are enough. */
export async function followPlace(
  context: EffectContext,
  addressId: number,
  known: string | null,
): Promise<{ outcome: Outcome; personId?: number }> {
  const label = known ?? (await getPlaceOrNull(addressId))?.label
  if (label === undefined) return { outcome: { is: 'named', to: 'follow', place: null } }
  const { contactId, personId } = await claimChat(context, await findSpeaker(context))
  await enrolAddress(actorOf(context, personId), { contactId, addressId }, context.now)
  return { outcome: { is: 'followed', label }, personId }
}
