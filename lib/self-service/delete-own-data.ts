import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { tellRemoved } from '@/lib/contacts/letters/tell-removed'
import { rememberRefusals } from '@/lib/contacts/refusals'
import { type Db, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'

const deleteInput = z.object({ confirmed: z.boolean() })

/** What was sent stays with its time, its works and its fate; to whom does not. What is with a provider just now loses it when it has ended. */
async function emptyMessages(db: Db, contactIds: number[]): Promise<number> {
  const emptied = await db.$executeRaw`
    UPDATE message SET recipient = NULL
    WHERE contact_id = ANY (${contactIds}::int[]) AND state <> 'sending'`
  const later = await db.$executeRaw`
    INSERT INTO recipient_to_forget (message_id) SELECT id FROM message
    WHERE contact_id = ANY (${contactIds}::int[]) AND recipient IS NOT NULL`
  return emptied + later
}

async function emptyLetters(db: Db, personId: number, contactIds: number[]): Promise<void> {
  await db.$executeRaw`
    UPDATE letter SET state = CASE WHEN state IN ('queued', 'sending') THEN 'suppressed' ELSE state END, recipient = '', subject = NULL, text = NULL,
      secret = NULL, facts = '{}', person_id = NULL, contact_id = NULL
    WHERE person_id = ${personId} OR contact_id = ANY (${contactIds}::int[])`
}

/** Contacts that the ledger speaks of stay as rows that name nobody; the others are gone. */
async function emptyContacts(db: Db, contactIds: number[]): Promise<void> {
  await db.$executeRaw`
    DELETE FROM contact_proof USING contact
    WHERE contact.id = ANY (${contactIds}::int[]) AND (contact_proof.channel, contact_proof.value) = (contact.channel, contact.value)`
  await rememberRefusals(db, Prisma.sql`contact_id = ANY (${contactIds}::int[])`)
  await db.subscription.deleteMany({ where: { contactId: { in: contactIds } } })
  await db.reply.deleteMany({ where: { contactId: { in: contactIds } } })
  await db.$executeRaw`
    DELETE FROM contact WHERE id = ANY (${contactIds}::int[]) AND NOT EXISTS (SELECT FROM message WHERE message.contact_id = contact.id)`
  const nobody = await db.person.create({ data: {}, select: { id: true } })
  await db.$executeRaw`
    UPDATE contact SET person_id = ${nobody.id}, value = 'deleted:' || id, state = 'unconfirmed', confirmed_at = NULL, unreachable_reason = NULL,
      quiet_from = NULL, quiet_to = NULL, thread_id = NULL, replaces_id = NULL
    WHERE id = ANY (${contactIds}::int[])`
}

/** Holds somebody and their contacts until the transaction ends; says whether they are still there. */
async function lockPerson(db: Db, personId: number): Promise<boolean> {
  const people = await db.$queryRaw<unknown[]>`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`
  await db.$queryRaw`SELECT id FROM contact WHERE person_id = ${personId} ORDER BY id FOR UPDATE`
  return people.length > 0
}

/**
 * Forgets somebody: their contacts, wishes, consents, needs and sign-ins. What the law has the utility keep stays and names no contact: what was sent of
 * which works when, with its receipts; the contract itself; and the audit trail. Each confirmed contact is told that it hears no more. Twice is once.
 *
 * Throws `unauthenticated`, `forbidden`, `bad_input` unless it was `confirmed`.
 */
export async function deleteOwnData(actor: Actor, raw: z.input<typeof deleteInput>, now: Date): Promise<void> {
  const { personId } = requireCustomer(actor)
  if (!parseInput(deleteInput, raw).confirmed) throw badInput('delete_not_confirmed', 'confirmed')
  await transaction(async (db) => {
    if (!(await lockPerson(db, personId))) return
    const contacts = await db.contact.findMany({ where: { personId }, orderBy: { id: 'asc' } })
    const contactIds = contacts.map(({ id }) => id)
    await emptyLetters(db, personId, contactIds)
    for (const contact of contacts) await tellRemoved(db, contact, now)
    const messages = await emptyMessages(db, contactIds)
    await emptyContacts(db, contactIds)
    const chats = contacts.map(({ channel, value: chat }) => ({ channel, chat }))
    await db.botDialogue.deleteMany({ where: { OR: [{ personId }, ...chats] } })
    await db.account.updateMany({ where: { holderId: personId }, data: { holderId: null } })
    await db.person.delete({ where: { id: personId } })
    const after = { contacts: contacts.length, messages }
    await recordAudit(db, actor, { action: 'person.delete', subject: `person:${personId}`, after }, now)
  })
}
