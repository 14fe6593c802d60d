import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getOwnContactForUpdate } from '../own-contacts'
import { type EnrolmentInput, enrolmentInput } from './enrol-address'
import { extendEnrolment } from './extend-enrolment'

/** Says that somebody still lives at an address that a contact of theirs follows without a contract: for another year. Throws `unauthenticated`, `forbidden`, `not_found`. */
export async function renewEnrolment(actor: Actor, raw: EnrolmentInput, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const enrolment = parseInput(enrolmentInput, raw)
  await transaction(async (db) => {
    const contact = await getOwnContactForUpdate(db, customer, enrolment.contactId)
    if (!contact.isOwn || !(await extendEnrolment(db, enrolment, now)))
      throw new AppError('not_found', { reason: 'enrolment_not_found', field: 'addressId' })
  })
}
