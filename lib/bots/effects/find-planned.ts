import { database } from '@/lib/db/client'
import { findOutagesOrUnknown } from '@/lib/works/find-outages-or-unknown'
import type { Outcome, Place, PlannedPlace } from '../bots'
import type { EffectContext } from '../chat'
import { findChatFollows } from '../chat-queries'
import { getPlaceOrNull } from './find-places'

/** One more than an answer shows: so that it can say that there are more. */
const MOST = 9

async function lookAt(place: Place, now: Date): Promise<PlannedPlace> {
  const { status, outages } = await findOutagesOrUnknown(place.id, now)
  const told = outages.map(({ service, reference, title, state, start, end }) => ({ service, reference, title, state, start, end }))
  return { ...place, status, outages: told }
}

/** What is planned at one address, or wherever the chat is told. Never "nothing" where we do not know. */
export async function findPlanned({ chat, now }: EffectContext, id: number | null): Promise<Outcome> {
  if (id !== null) {
    const place = await getPlaceOrNull(id)
    return { is: 'planned', places: place ? [await lookAt(place, now)] : [], isOne: true }
  }
  const follows = await findChatFollows(database(), chat)
  const places = new Map(
    follows.flatMap(({ addressId, place }) => (addressId === null || place === null ? [] : [[addressId, place] as const])),
  )
  const wanted = [...places].slice(0, MOST).map(([addressId, label]) => ({ id: addressId, label }))
  return { is: 'planned', places: await Promise.all(wanted.map((place) => lookAt(place, now))), isOne: false }
}
