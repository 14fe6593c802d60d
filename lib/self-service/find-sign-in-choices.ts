import { sealTickets } from '@/lib/auth/customer-ticket'
import { type ContactEnd, WAS_CONFIRMED } from '@/lib/contacts/queries'
import type { Db } from '@/lib/db/client'
import { findAccountsOf, findEnrolmentsOf } from './own-queries'

/** One of the people who have a telephone or mailbox: by what they are told of, never by a name. */
export interface SignInChoice {
  ticket: string
  addresses: string[]
}

/** As whom somebody may go on who has just proved that an end is theirs, each with a ticket of which one works, once. `now` is real time. */
export async function findSignInChoices(db: Db, { channel, value }: ContactEnd, now: Date): Promise<SignInChoice[]> {
  const contacts = await db.contact.findMany({
    where: { channel, value, maySignIn: true, ...WAS_CONFIRMED },
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  const personIds = [...new Set(contacts.map(({ personId }) => personId))]
  const places = [...(await findAccountsOf(db, personIds)), ...(await findEnrolmentsOf(db, personIds))]
  const tickets = sealTickets(personIds, channel === 'email' ? 'email_link' : 'sms_code', now)
  return personIds.map((personId, index) => {
    const own = places.filter((place) => place.personId === personId).flatMap(({ address }) => address ?? [])
    return { ticket: tickets[index] ?? '', addresses: [...new Set(own)] }
  })
}
