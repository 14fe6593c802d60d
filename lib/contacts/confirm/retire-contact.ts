import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { rememberRefusals } from '../refusals'

/** Whether the ledger has anything for a contact: then its row stays, as the evidence of what was said. */
export async function hasMessages(db: Db, contactId: number): Promise<boolean> {
  return (await db.message.findFirst({ where: { contactId }, select: { id: true } })) !== null
}

/**
 * Takes a contact away from its person. Where the ledger has nothing for it, it is gone; else it stays as a contact of nobody, unconfirmed, so that
 * it is told nothing and the evidence of what was said to it stays whole.
 */
export async function retireContact(db: Db, contactId: number): Promise<void> {
  await rememberRefusals(db, Prisma.sql`contact_id = ${contactId}`)
  await db.subscription.deleteMany({ where: { contactId } })
  if (!(await hasMessages(db, contactId))) {
    await db.contact.delete({ where: { id: contactId } })
    return
  }
  const nobody = await db.person.create({ data: {}, select: { id: true } })
  const data = { personId: nobody.id, state: 'unconfirmed', confirmedAt: null, unreachableReason: null, replacesId: null } as const
  await db.contact.update({ where: { id: contactId }, data })
}
