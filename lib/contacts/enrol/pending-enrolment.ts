import { type Db, database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import { maskEnd } from '../mask-end'

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** An enrolment that waits for its code. */
export interface PendingEnrolment {
  contactId: number
  channel: Channel
  /** Where the code went, masked. */
  shown: string
  addressId: number
}

/**
 * The enrolment that a code belongs to, which began at this address with this proof. Throws `not_found`, also once it is confirmed: whoever asked for the
 * code may be another than whoever has the end, and is not to see of which addresses that one hears from then on.
 */
export async function getPendingEnrolment(proofId: string, db: Db = database()): Promise<PendingEnrolment> {
  const where = { id: UUID.test(proofId) ? proofId : '00000000-0000-0000-0000-000000000000', purpose: 'confirm' } as const
  const proof = await db.contactProof.findFirst({
    where: { ...where, contact: { consents: { some: { source: 'enrolment' } } } },
    select: {
      channel: true,
      value: true,
      contact: {
        select: {
          id: true,
          state: true,
          confirmedAt: true,
          subscriptions: { where: { role: 'resident' }, select: { addressId: true }, orderBy: { id: 'desc' } },
        },
      },
    },
  })
  if (proof?.contact?.state === 'confirmed' || proof?.contact?.confirmedAt)
    throw new AppError('not_found', { reason: 'contact_confirmed_already' })
  const addressId = proof?.contact?.subscriptions[0]?.addressId
  if (!proof?.contact || !addressId) throw new AppError('not_found', { reason: 'enrolment_not_found' })
  return { contactId: proof.contact.id, channel: proof.channel, shown: maskEnd(proof), addressId }
}
