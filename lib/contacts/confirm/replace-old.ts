import type { Db } from '@/lib/db/client'
import { tellRemoved } from '../letters/tell-removed'
import { moveSubscriptions } from './move-subscriptions'
import { retireContact } from './retire-contact'

/** Where a contact was to come in another one's place, it does so now, and the other one is told that it hears no more. */
export async function replaceOld(db: Db, contactId: number, now: Date): Promise<void> {
  const { replacesId } = await db.contact.findUniqueOrThrow({ where: { id: contactId }, select: { replacesId: true } })
  if (replacesId === null) return
  const old = await db.contact.findUniqueOrThrow({ where: { id: replacesId } })
  await moveSubscriptions(db, old.id, contactId)
  await db.contact.update({ where: { id: contactId }, data: { replacesId: null } })
  await tellRemoved(db, old, now)
  await retireContact(db, old.id)
}
