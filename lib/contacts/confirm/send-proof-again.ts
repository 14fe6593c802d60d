import type { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { sendProof } from '../letters/send-proof'
import { getOwnContactForUpdate } from '../own-contacts'
import { phoneKind } from '../phone-kind'
import { contactIdInput } from './own-contact-input'

/**
 * Sends another code or link to a contact that is not confirmed, or by which its owner does not come in yet; the one before is void. Throws `unauthenticated`, `forbidden`, `not_found`, `conflict`
 * where it is confirmed already, `bad_input` for a landline, `too_many_requests`.
 */
export async function sendProofAgain(actor: Actor, raw: z.input<typeof contactIdInput>, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { contactId } = parseInput(contactIdInput, raw)
  await transaction(async (db) => {
    const contact = await getOwnContactForUpdate(db, customer, contactId)
    if (contact.state === 'confirmed' && (contact.maySignIn || !contact.isOwn))
      throw new AppError('conflict', { reason: 'contact_confirmed_already', field: 'contactId' })
    if (contact.channel === 'sms' && phoneKind(contact.value).kind === 'landline') throw badInput('phone_landline', 'contactId')
    await sendProof(db, contact, now)
  })
}
