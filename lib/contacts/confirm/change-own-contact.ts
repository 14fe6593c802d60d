import type { z } from 'zod'
import { type Actor, type CustomerActor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { type Db, transaction } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { recordConsent } from '../consent'
import { sendProof } from '../letters/send-proof'
import { getOwnContactForUpdate, type OwnContact } from '../own-contacts'
import { readOwnEnd } from '../read-own-end'
import { changeOwnContactInput } from './own-contact-input'
import { retireContact } from './retire-contact'

/** Whose place is to be taken: of one that was itself to come in another one's place, and never did, that other one's. */
async function getReplaced(db: Db, customer: CustomerActor, contactId: number): Promise<OwnContact> {
  const contact = await getOwnContactForUpdate(db, customer, contactId)
  if (contact.state !== 'unconfirmed') return contact
  const { replacesId } = await db.contact.findUniqueOrThrow({ where: { id: contactId }, select: { replacesId: true } })
  const replaced = replacesId === null ? null : await db.contact.findFirst({ where: { id: replacesId, personId: contact.personId } })
  return replaced ? getOwnContactForUpdate(db, customer, replaced.id) : contact
}

/** A new row beside the old one, which is told until the new one is confirmed; another that was to come in its place is forgotten. */
async function addSuccessor(db: Db, old: OwnContact, value: string, language: string, now: Date): Promise<number> {
  const key = { personId: old.personId, channel: old.channel, value }
  const others = { replacesId: old.id, state: 'unconfirmed', value: { not: value } } as const
  for (const { id } of await db.contact.findMany({ where: others, select: { id: true } })) await retireContact(db, id)
  const known = await db.contact.findUnique({ where: { personId_channel_value: key }, select: { id: true, state: true } })
  if (known && known.state !== 'unconfirmed') throw badInput('contact_yours_already', 'value')
  const data = { language, replacesId: old.id }
  if (known) return (await db.contact.update({ where: { id: known.id }, data, select: { id: true } })).id
  return (await db.contact.create({ data: { ...key, ...data, createdAt: now }, select: { id: true } })).id
}

/**
 * Puts another number or mailbox in the place of one's own: it comes there once its code or link comes back; until then the old one is told, and then
 * hears that it was changed. Throws `unauthenticated`, `forbidden`, `not_found`, `bad_input` (the same one, one's own already, a chat, a landline
 * or foreign number), `too_many_requests`.
 */
export async function changeOwnContact(
  actor: Actor,
  raw: z.input<typeof changeOwnContactInput>,
  now: Date,
): Promise<{ contactId: number }> {
  const customer = requireCustomer(actor)
  const { contactId, ...input } = parseInput(changeOwnContactInput, raw)
  return transaction(async (db) => {
    const old = await getReplaced(db, customer, contactId)
    if (!old.isOwn) throw badInput('contact_not_yours', 'contactId')
    if (old.channel !== 'sms' && old.channel !== 'email') throw badInput('contact_is_chat', 'contactId')
    const end = await readOwnEnd(db, old.channel, input.value)
    if (end.isLandline) throw badInput('phone_landline', 'value')
    if (end.value === old.value) throw badInput('contact_same_value', 'value')
    const language = input.language ?? old.language
    const id = await addSuccessor(db, old, end.value, language, now)
    await recordConsent(db, { personId: old.personId, contactId: id, language, source: 'account' }, now)
    await sendProof(db, { id, personId: old.personId, ...end, language }, now)
    await recordAudit(db, actor, { action: 'contact.change_own', subject: `contact:${contactId}`, after: { by: `contact:${id}` } }, now)
    return { contactId: id }
  })
}
