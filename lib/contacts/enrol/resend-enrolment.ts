import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canEnrol } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { sendProof } from '../letters/send-proof'
import { getPendingEnrolment } from './pending-enrolment'

/** Sends the code of an enrolment again; the one before is void. Returns the new proof's id. Throws `not_found`, `conflict` where it is confirmed already, `too_many_requests`. */
export async function resendEnrolment(actor: Actor, proofId: string, now: Date): Promise<{ proofId: string }> {
  requirePolicy(actor, canEnrol(actor))
  return transaction(async (db) => {
    const { contactId } = await getPendingEnrolment(proofId, db)
    const contact = await db.contact.findUniqueOrThrow({ where: { id: contactId } })
    if (contact.state !== 'unconfirmed') throw new AppError('conflict', { reason: 'contact_confirmed_already' })
    return { proofId: await sendProof(db, contact, now) }
  })
}
