import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getOwnContactForUpdate } from '../own-contacts'
import { subscribe } from '../subscribe'

const id = z.coerce.number().int().min(1).max(2_147_483_647)
export const enrolmentInput = z.object({ contactId: id, addressId: id })
export type EnrolmentInput = z.input<typeof enrolmentInput>

/**
 * Has a contact of the actor's own hear of an address without a contract, for a year. Again it is renewed. Throws `unauthenticated`, `forbidden`,
 * `not_found`, and `bad_input` (`too_many_addresses`) beyond five.
 */
export async function enrolAddress(actor: Actor, raw: EnrolmentInput, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { contactId, addressId } = parseInput(enrolmentInput, raw)
  await transaction(async (db) => {
    const contact = await getOwnContactForUpdate(db, customer, contactId)
    if (!contact.isOwn) throw new AppError('not_found', { reason: 'contact_not_found', field: 'contactId' })
    await subscribe(db, contactId, { accountIds: [], addressIds: [addressId], role: 'resident' }, now)
    await recordAudit(db, actor, { action: 'enrolment.add', subject: `contact:${contactId}`, after: { address: addressId } }, now)
  })
}
