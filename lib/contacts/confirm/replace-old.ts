import type { Db } from '@/lib/db/client'
import { tellRemoved } from '../letters/tell-removed'
import { moveSubscriptions } from './move-subscriptions'
import { retireContact } from './retire-contact'

/**
 * Where a contact was to come in another one's place, it does so now, and the other one is told that it hears no more. Not where that one has become
 * somebody else's meanwhile: who has a telephone's number now is not to lose it to whoever had it before.
 */
export async function replaceOld(db: Db, contactId: number, now: Date): Promise<void> {
  const { replacesId, personId } = await db.contact.findUniqueOrThrow({
    where: { id: contactId },
    select: { replacesId: true, personId: true },
  })
  if (replacesId === null) return
  await db.contact.update({ where: { id: contactId }, data: { replacesId: null } })
  const old = await db.contact.findUniqueOrThrow({ where: { id: replacesId } })
  if (old.personId !== personId) return
  await moveSubscriptions(db, old.id, contactId)
  await tellRemoved(db, old, now)
  await retireContact(db, old.id)
}
