import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { type Db, transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { recordConsent } from '../consent'
import { sendProof } from '../letters/send-proof'
import { accountsOf, requireOwnAccounts } from '../own-contacts'
import { type OwnEnd, readOwnEnd } from '../read-own-end'
import { subscribe } from '../subscribe'
import { type AddOwnContact, addOwnContactInput, isOtherPerson } from './own-contact-input'

interface Known {
  id: number
  personId: number
}

/** The same end, where the person has it already, or has added it to an account of theirs and it is not confirmed yet. */
async function findKnown(db: Db, personId: number, end: OwnEnd, isOther: boolean): Promise<Known | null> {
  const rows = await db.$queryRaw<Known[]>`
    SELECT id, person_id AS "personId" FROM contact
    WHERE channel = ${end.channel}::channel AND value = ${end.value}
      AND CASE WHEN ${isOther}::boolean
        THEN state = 'unconfirmed' AND person_id <> ${personId}::int
          AND EXISTS (SELECT FROM subscription WHERE contact_id = contact.id AND account_id IN (${accountsOf(personId)}))
        ELSE person_id = ${personId}::int END
    ORDER BY id LIMIT 1 FOR UPDATE`
  return rows[0] ?? null
}

async function addContact(db: Db, personId: number, end: OwnEnd, language: string, isOther: boolean, now: Date): Promise<Known> {
  const owner = isOther ? (await db.person.create({ data: {}, select: { id: true } })).id : personId
  const data = { personId: owner, channel: end.channel, value: end.value, language, createdAt: now }
  return db.contact.create({ data, select: { id: true, personId: true } })
}

/**
 * Adds a telephone or mailbox, which is told of these accounts and addresses once its code or link comes back; a letter with them goes out. Family,
 * tenants and carers are people of their own: they are told, and see nothing. A landline is kept for the day when somebody is phoned, and
 * gets no code. Said again it sends again.
 *
 * Throws `unauthenticated`, `forbidden`, `not_found` (an account of others, no such address), `bad_input` (no such number, a foreign or paid one, more
 * than five addresses), `too_many_requests`.
 */
export async function addOwnContact(actor: Actor, raw: AddOwnContact, now: Date): Promise<{ contactId: number; isLandline: boolean }> {
  const { personId } = requireCustomer(actor)
  const { channel, value, language, accountIds, addressIds, role } = parseInput(addOwnContactInput, raw)
  return transaction(async (db) => {
    const end = await readOwnEnd(db, channel, value)
    await requireOwnAccounts(db, personId, accountIds)
    const isOther = isOtherPerson(role)
    // Of two clicks at once the second finds what the first one added.
    await db.$queryRaw`SELECT id FROM person WHERE id = ${personId}::int FOR NO KEY UPDATE`
    const known = await findKnown(db, personId, end, isOther)
    const contact = known ?? (await addContact(db, personId, end, language, isOther, now))
    await subscribe(db, contact.id, { accountIds, addressIds, role }, now)
    await recordConsent(db, { personId: contact.personId, contactId: contact.id, language, source: 'account' }, now)
    const { state } = await db.contact.findUniqueOrThrow({ where: { id: contact.id }, select: { state: true } })
    if (state !== 'confirmed' && !end.isLandline) await sendProof(db, { ...contact, ...end, language }, now)
    const after = { channel, language, role, accounts: accountIds.length, addresses: addressIds.length }
    await recordAudit(db, actor, { action: 'contact.add_own', subject: `contact:${contact.id}`, after }, now)
    return { contactId: contact.id, isLandline: end.isLandline }
  })
}
