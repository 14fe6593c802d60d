import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canEnrol } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { confirmEnd } from '../confirm/confirm-end'
import { lockEndOf } from '../confirm/same-ends'
import { takeProof } from '../proofs'
import { requireRight } from '../require-right'
import { type Enrolment, MOST_ADDRESSES } from './enrolment-rules'
import { getPendingEnrolment } from './pending-enrolment'

/**
 * Ends an enrolment with the code that was sent: from now on that telephone or mailbox is told of its address. For anyone who has the code. Returns
 * which contact that is. Throws `not_found`, and `bad_input` for a code that is wrong, expired, used, or was tried ten times, or where the contact
 * follows five addresses already.
 */
export async function confirmEnrolment(actor: Actor, given: { proofId: string; code: string }, now: Date): Promise<Enrolment> {
  requirePolicy(actor, canEnrol(actor))
  const done = await transaction(async (db) => {
    const { contactId, addressId } = await getPendingEnrolment(given.proofId, db)
    await lockEndOf(db, contactId)
    const { result } = await takeProof(db, { id: given.proofId, code: given.code }, 'confirm', now)
    if (result !== 'right') return result
    const confirmed = await confirmEnd(db, actor, contactId, null, now)
    if (confirmed.leftOut > 0) throw badInput('too_many_addresses', 'code', { max: MOST_ADDRESSES })
    return { contactId: confirmed.contactId, addressId }
  })
  if (typeof done !== 'string') return done
  requireRight(done)
  throw new Error('A right code confirms.')
}
