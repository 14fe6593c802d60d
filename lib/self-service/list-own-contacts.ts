import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { maskEnd } from '@/lib/contacts/mask-end'
import { phoneKind } from '@/lib/contacts/phone-kind'
import { database } from '@/lib/db/client'
import type { Channel, ContactState } from '@/lib/db/generated/enums'

export interface OwnContactView {
  id: number
  channel: Channel
  /** Masked. */
  to: string
  state: ContactState
  /** Whether its owner signs in by it; else a code opens that. */
  maySignIn: boolean
  /** Takes no SMS: kept for the day when somebody is phoned. */
  isLandline: boolean
  language: string
  /** "22:00"; empty without hours of one's own. */
  quietFrom: string
  quietTo: string
  /** Of how many accounts and addresses it hears. */
  subscriptions: number
}

/** The contacts that are one's own, in the order they were added. Throws `unauthenticated`, `forbidden`. */
export async function listOwnContacts(actor: Actor): Promise<OwnContactView[]> {
  const { personId } = requireCustomer(actor)
  const contacts = await database().contact.findMany({
    where: { personId },
    select: {
      ...{ id: true, channel: true, value: true, state: true, language: true, maySignIn: true, quietFrom: true, quietTo: true },
      _count: { select: { subscriptions: true } },
    },
    orderBy: { id: 'asc' },
  })
  return contacts.map(({ value, quietFrom, quietTo, _count, ...contact }) => ({
    ...contact,
    to: maskEnd({ channel: contact.channel, value }),
    isLandline: contact.channel === 'sms' && phoneKind(value).kind === 'landline',
    quietFrom: quietFrom ?? '',
    quietTo: quietTo ?? '',
    subscriptions: _count.subscriptions,
  }))
}
