import type { Db } from '@/lib/db/client'
import { moveSubscriptions } from './move-subscriptions'
import { hasMessages } from './retire-contact'
import type { SameEnd } from './same-ends'

/** Whether a person is nothing but one contact: somebody who enrolled, or was added by another. */
export async function isOnlyContact(db: Db, { id, personId }: SameEnd): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM person
    WHERE id = ${personId}
      AND NOT EXISTS (SELECT FROM contact WHERE person_id = person.id AND contact.id <> ${id})
      AND NOT EXISTS (SELECT FROM account WHERE holder_id = person.id)
      AND NOT EXISTS (SELECT FROM account_access WHERE person_id = person.id)
      AND NOT EXISTS (SELECT FROM customer_session WHERE person_id = person.id)
      AND NOT EXISTS (SELECT FROM building_manager WHERE person_id = person.id)
      AND NOT EXISTS (SELECT FROM bot_dialogue WHERE person_id = person.id)`
  return rows.length > 0
}

/**
 * Has the contact that its end's owner has already hear of what the new one was to hear of: the owner said yes to that, and to nothing that gives
 * the new one's person any right to theirs. Whoever was nothing but this contact is now that owner. Returns which row is told, and how many
 * enrolments were left out.
 */
export async function joinTwin(db: Db, fresh: SameEnd, twin: SameEnd): Promise<{ id: number; isAlone: boolean; leftOut: number }> {
  const leftOut = await moveSubscriptions(db, fresh.id, twin.id)
  const isAlone = (await isOnlyContact(db, fresh)) && !(await hasMessages(db, fresh.id))
  if (isAlone) {
    await db.consent.updateMany({ where: { contactId: fresh.id }, data: { contactId: twin.id, personId: twin.personId } })
    await db.letter.updateMany({ where: { contactId: fresh.id }, data: { contactId: twin.id, personId: twin.personId } })
    await db.contactProof.updateMany({ where: { contactId: fresh.id }, data: { contactId: twin.id } })
    await db.contact.delete({ where: { id: fresh.id } })
    await db.person.delete({ where: { id: fresh.personId } })
  }
  return { id: twin.id, isAlone, leftOut }
}
