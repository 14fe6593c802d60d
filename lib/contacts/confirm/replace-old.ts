import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { tellRemoved } from '../letters/tell-removed'
import { rememberRefusals } from '../refusals'
import { moveSubscriptions } from './move-subscriptions'
import { hasMessages, retireContact } from './retire-contact'

/** Gives one row the telephone or mailbox of another, which is gone then; what was sent to its old one proves nothing any more. */
async function takeEnd(db: Db, oldId: number, freshId: number, now: Date): Promise<void> {
  const { value, language, maySignIn } = await db.contact.findUniqueOrThrow({ where: { id: freshId } })
  await db.contactProof.updateMany({ where: { contactId: oldId, usedAt: null, expiresAt: { gt: now } }, data: { expiresAt: now } })
  for (const table of [db.consent, db.letter, db.contactProof] as Array<Db['consent']>)
    await table.updateMany({ where: { contactId: freshId }, data: { contactId: oldId } })
  await db.contact.delete({ where: { id: freshId } })
  const unproved = { state: 'unconfirmed', confirmedAt: null, unreachableReason: null } as const
  await db.contact.update({ where: { id: oldId }, data: { value, language, maySignIn, ...unproved } })
}

/**
 * Where a contact was to come in another one's place, it does so now, and the other one is told that it hears no more. Of the two rows the one stays that
 * the ledger knows, so that whoever heard of works hears of their change, and what waits is sent. Not where the other one has become somebody else's
 * meanwhile: who has a telephone's number now is not to lose it to whoever had it before. Returns which row stays.
 */
export async function replaceOld(db: Db, contactId: number, now: Date): Promise<number> {
  const { replacesId, personId } = await db.contact.findUniqueOrThrow({
    where: { id: contactId },
    select: { replacesId: true, personId: true },
  })
  if (replacesId === null) return contactId
  await db.contact.update({ where: { id: contactId }, data: { replacesId: null } })
  const old = await db.contact.findUniqueOrThrow({ where: { id: replacesId } })
  if (old.personId !== personId) return contactId
  await tellRemoved(db, old, now)
  await rememberRefusals(db, Prisma.sql`contact_id = ${old.id}`)
  const isOldKept = (await hasMessages(db, old.id)) && !(await hasMessages(db, contactId))
  await moveSubscriptions(db, ...(isOldKept ? ([contactId, old.id] as const) : ([old.id, contactId] as const)))
  await (isOldKept ? takeEnd(db, old.id, contactId, now) : retireContact(db, old.id))
  return isOldKept ? old.id : contactId
}
