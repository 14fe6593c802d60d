import type { Channel, ContactState, SubscriptionRole } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'
import { createRandom, type Random } from '../random'
import type { Contact, Person, Subscription } from './contact'
import { Ends } from './ends'

const CHANNELS: [Channel, number][] = [
  ['sms', 62],
  ['email', 20],
  ['telegram', 11],
  ['viber', 7],
]

const STATES: [ContactState, number][] = [
  ['confirmed', 90],
  ['unconfirmed', 4],
  ['unreachable', 3],
  ['opted_out', 3],
]

/** Days: everybody had registered before the oldest of the demo's works was published, so that their history holds together. */
const SHORTEST = 45
/** Days: nobody registered before the service began. */
const LONGEST = 720

/** Who can be reached, where, and about what. */
export class Register {
  readonly people: Person[] = []
  readonly contacts: Contact[] = []
  readonly subscriptions: Subscription[] = []
  readonly #subscribed = new Set<string>()
  readonly #ends = new Ends()
  readonly #random: Random = createRandom('register')

  addPerson(): Person {
    const person = { id: this.people.length + 1, since: this.#random.whole(SHORTEST, LONGEST) }
    this.people.push(person)
    return person
  }

  /** Adds one way to reach a person; without a `channel`, one that such people choose. */
  addContact(person: Person, name: string, language: Locale, channel: Channel = this.#random.draw(CHANNELS)): Contact {
    const value = this.#ends.next(channel, name)
    const contact = { id: this.contacts.length + 1, person, channel, value, language, state: this.#random.draw(STATES) }
    this.contacts.push(contact)
    return contact
  }

  /** Subscribes a contact; a second subscription to the same changes nothing. */
  subscribe(contact: Contact, role: SubscriptionRole, about: { accountId?: number; addressId?: number }): void {
    const key = `${contact.id}:${about.accountId}:${about.addressId}`
    if (this.#subscribed.has(key)) return
    this.#subscribed.add(key)
    this.subscriptions.push({ contact, role, accountId: about.accountId ?? null, addressId: about.addressId ?? null })
  }
}
