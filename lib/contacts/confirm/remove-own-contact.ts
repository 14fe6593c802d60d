import type { z } from 'zod'
import { type Actor, type CustomerActor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { type Db, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { parseInput } from '@/lib/parse-input'
import { tellRemoved } from '../letters/tell-removed'
import { accountsOf, getOwnContactForUpdate, type OwnContact } from '../own-contacts'
import { rememberRefusals } from '../refusals'
import { contactIdInput } from './own-contact-input'
import { retireContact } from './retire-contact'

/** Somebody else's contact hears no more of the actor's accounts; what it hears of elsewhere is not the actor's business. */
async function release(db: Db, { personId }: CustomerActor, { id, state }: OwnContact): Promise<void> {
  const ofActor = Prisma.sql`contact_id = ${id} AND account_id IN (${accountsOf(personId)})`
  await rememberRefusals(db, ofActor)
  await db.$executeRaw`DELETE FROM subscription WHERE ${ofActor}`
  const isLeft = (await db.subscription.count({ where: { contactId: id } })) > 0
  if (!isLeft && state === 'unconfirmed') await retireContact(db, id)
}

/** A chat that is somebody's no more does not speak for them: whoever is in it proves nothing in their name. */
async function endSpeaking(db: Db, { personId, channel, value: chat }: OwnContact): Promise<void> {
  await db.botDialogue.updateMany({ where: { channel, chat, personId }, data: { personId: null } })
}

/**
 * Takes a contact of one's own away, or has somebody else's hear no more of one's accounts. It is told so if it was confirmed, in case it was not its
 * owner. Throws `unauthenticated`, `forbidden`, `not_found`.
 */
export async function removeOwnContact(actor: Actor, raw: z.input<typeof contactIdInput>, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { contactId } = parseInput(contactIdInput, raw)
  await transaction(async (db) => {
    const contact = await getOwnContactForUpdate(db, customer, contactId)
    await tellRemoved(db, contact, now)
    if (contact.isOwn) {
      await db.consent.updateMany({ where: { contactId, withdrawnAt: null }, data: { withdrawnAt: now } })
      await endSpeaking(db, contact)
      await retireContact(db, contactId)
    } else {
      await release(db, customer, contact)
    }
    await recordAudit(
      db,
      actor,
      { action: 'contact.remove_own', subject: `contact:${contactId}`, before: { state: contact.state, isOwn: contact.isOwn } },
      now,
    )
  })
}
