import type { Actor, CustomerActor } from '@/lib/auth/actor'
import { type Db, transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { MOST_ADDRESSES } from '../enrol/enrolment-rules'
import { takeProof } from '../proofs'
import { requireRight } from '../require-right'
import { type ConfirmedEnd, confirmEnd } from './confirm-end'

/** Whoever has the link acts; nothing more is asked. */
const LINK: Actor = { kind: 'system', name: 'confirm-link', source: 'system' }

/** `addressId`: the address that was enrolled for by it, without a contract; null where it is a customer's contact. */
export interface ConfirmedLink extends ConfirmedEnd {
  addressId: number | null
}

async function findContact(db: Db, contactId: number | null) {
  const select = { id: true, subscriptions: { select: { addressId: true, accountId: true, role: true } } } as const
  const contact = contactId === null ? null : await db.contact.findUnique({ where: { id: contactId }, select })
  if (!contact) throw new AppError('not_found', { reason: 'contact_not_found' })
  const [only, ...others] = contact.subscriptions
  return { ...contact, addressId: only?.role === 'resident' && others.length === 0 ? only.addressId : null }
}

/**
 * Confirms a contact by the link that was mailed to it, wherever it is opened. `by`: the customer who is signed in there, if any; only where the contact
 * is theirs do they get what the same mailbox opened before, because others can have a link sent to any mailbox. Throws `bad_input` for a link
 * that expired or was used, and for an enrolment beyond five.
 */
export async function confirmByToken(token: string, now: Date, by: CustomerActor | null = null): Promise<ConfirmedLink> {
  const done = await transaction(async (db) => {
    const { result, proof } = await takeProof(db, { token }, 'confirm', now)
    if (!proof) return result
    const { id, addressId } = await findContact(db, proof.contactId)
    const confirmed = await confirmEnd(db, by ?? LINK, id, by?.personId ?? null, now)
    if (addressId !== null && confirmed.leftOut > 0) throw badInput('too_many_addresses', undefined, { max: MOST_ADDRESSES })
    return { ...confirmed, addressId }
  })
  if (typeof done !== 'string') return done
  requireRight(done)
  throw new Error('A right link confirms.')
}
