import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getOwnContactForUpdate } from '../own-contacts'
import { rememberRefusals } from '../refusals'
import { type EnrolmentInput, enrolmentInput } from './enrol-address'

/** Has a contact of the actor's own hear no more of an address without a contract. Twice is once. Throws `unauthenticated`, `forbidden`, `not_found`. */
export async function dropEnrolment(actor: Actor, raw: EnrolmentInput, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { contactId, addressId } = parseInput(enrolmentInput, raw)
  await transaction(async (db) => {
    const contact = await getOwnContactForUpdate(db, customer, contactId)
    if (!contact.isOwn) throw new AppError('not_found', { reason: 'contact_not_found', field: 'contactId' })
    await rememberRefusals(db, Prisma.sql`contact_id = ${contactId} AND address_id = ${addressId}`)
    const { count } = await db.subscription.deleteMany({ where: { contactId, addressId } })
    if (count === 0) return
    await recordAudit(db, actor, { action: 'enrolment.drop', subject: `contact:${contactId}`, before: { address: addressId } }, now)
  })
}
