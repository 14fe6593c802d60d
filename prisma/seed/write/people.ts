import type { Db } from '@/lib/db/client'
import type { Contact, Person, Subscription } from '../people/contact'

export function insertPeople(db: Db, people: readonly Person[], now: Date): Promise<number> {
  return db.$executeRaw`
    INSERT INTO person (id, created_at)
    SELECT id, ${now}::timestamptz - make_interval(days => since)
    FROM unnest(${people.map(({ id }) => id)}::int[], ${people.map(({ since }) => since)}::int[]) AS row (id, since)`
}

/** All but the unconfirmed confirmed their contact on the day they gave it. */
export function insertContacts(db: Db, contacts: readonly Contact[]): Promise<number> {
  return db.$executeRaw`
    INSERT INTO contact (id, person_id, channel, value, language, state, created_at, confirmed_at)
    SELECT row.id, person_id, channel, value, language, state, person.created_at,
           CASE WHEN state <> 'unconfirmed' THEN person.created_at + interval '4 minutes' END
    FROM unnest(${contacts.map(({ id }) => id)}::int[], ${contacts.map(({ person }) => person.id)}::int[],
                ${contacts.map(({ channel }) => channel)}::channel[], ${contacts.map(({ value }) => value)}::text[],
                ${contacts.map(({ language }) => language)}::text[], ${contacts.map(({ state }) => state)}::contact_state[])
      AS row (id, person_id, channel, value, language, state)
    JOIN person ON person.id = person_id`
}

export function insertSubscriptions(db: Db, subscriptions: readonly Subscription[]): Promise<number> {
  return db.$executeRaw`
    INSERT INTO subscription (contact_id, account_id, address_id, role, created_at)
    SELECT contact_id, account_id, address_id, role, contact.created_at
    FROM unnest(${subscriptions.map(({ contact }) => contact.id)}::int[], ${subscriptions.map(({ accountId }) => accountId)}::int[],
                ${subscriptions.map(({ addressId }) => addressId)}::int[], ${subscriptions.map(({ role }) => role)}::subscription_role[])
      AS row (contact_id, account_id, address_id, role)
    JOIN contact ON contact.id = contact_id`
}
