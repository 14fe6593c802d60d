import type { Channel, ContactState, SubscriptionRole } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'

/** Someone who can be reached. */
export interface Person {
  id: number
  /** Days before the seed. */
  since: number
}

export interface Contact {
  id: number
  person: Person
  channel: Channel
  value: string
  language: Locale
  state: ContactState
}

/** What a contact wants to hear about: an account, an address, or (the call centre) everything. */
export interface Subscription {
  contact: Contact
  accountId: number | null
  addressId: number | null
  role: SubscriptionRole
}
