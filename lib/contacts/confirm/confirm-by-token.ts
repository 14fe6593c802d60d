import type { Actor, CustomerActor } from '@/lib/auth/actor'
import { type Db, database, transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { takeProof } from '../proofs'
import { requireRight } from '../require-right'
import { type ConfirmedEnd, confirmEnd } from './confirm-end'

/** Whoever has the link acts; nothing more is asked. */
const LINK: Actor = { kind: 'system', name: 'confirm-link', source: 'system' }

async function isOwner(db: Db, contactId: number, by: CustomerActor | null): Promise<boolean> {
  if (!by) return false
  const { personId } = await db.contact.findUniqueOrThrow({ where: { id: contactId }, select: { personId: true } })
  return personId === by.personId
}

/**
 * Confirms a contact by the link that was mailed to it, wherever it is opened. `by`: the customer who is signed in there, if any; only where the contact
 * is theirs do they get what the same mailbox opened before, because others can have a link sent to any mailbox. Throws `bad_input` for a link
 * that expired or was used.
 */
export async function confirmByToken(token: string, now: Date, by: CustomerActor | null = null): Promise<ConfirmedEnd> {
  const done = await transaction(async (db) => {
    const { result, proof } = await takeProof(db, { token }, 'confirm', now)
    if (!proof) return result
    if (proof.contactId === null) throw new AppError('not_found', { reason: 'contact_not_found' })
    return confirmEnd(db, by ?? LINK, proof.contactId, await isOwner(db, proof.contactId, by), now)
  })
  if (typeof done !== 'string') return done
  requireRight(done)
  throw new Error('A right link confirms.')
}

/** What somebody who opens a link is asked about. */
export interface ProofView {
  contactId: number
  channel: 'sms' | 'email' | 'telegram' | 'viber'
  /** "Via Roma 12, 15121 Alessandria": of what it is to hear, without a contract. */
  addressIds: number[]
  /** Whether an account of somebody is among it. */
  isOfAccount: boolean
}

/** What a link would confirm; null where it opens nothing (any more). Looking uses nothing up: mail programs look, too. */
export async function getProofViewOrNull(tokenHash: string, now: Date): Promise<ProofView | null> {
  const proof = await database().contactProof.findFirst({
    where: { tokenHash, purpose: 'confirm', usedAt: null, expiresAt: { gt: now } },
    select: { contact: { select: { id: true, channel: true, subscriptions: { select: { addressId: true, accountId: true } } } } },
  })
  if (!proof?.contact) return null
  const { id, channel, subscriptions } = proof.contact
  return {
    contactId: id,
    channel,
    addressIds: subscriptions.flatMap(({ addressId }) => (addressId === null ? [] : [addressId])),
    isOfAccount: subscriptions.some(({ accountId }) => accountId !== null),
  }
}
