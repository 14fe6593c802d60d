import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { letterSecret } from '@/lib/contacts/letters/letter-secret'
import { queueLetter } from '@/lib/contacts/letters/queue-letter'
import { getOwnContactForUpdate } from '@/lib/contacts/own-contacts'
import { CODE_MINUTES, createProof } from '@/lib/contacts/proofs'
import { transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { ownId } from './require-own'

const askInput = z.object({ contactId: ownId })

/**
 * Sends a code to a confirmed contact of one's own, by which whole telephone numbers and addresses are let out: whoever came in with a bill has not
 * shown that these are theirs. Returns the proof's id. Throws `unauthenticated`, `forbidden`, `not_found`, `bad_input`, `too_many_requests`.
 */
export async function askForExportCode(actor: Actor, raw: z.input<typeof askInput>, now: Date): Promise<string> {
  const customer = requireCustomer(actor)
  const { contactId } = parseInput(askInput, raw)
  return transaction(async (db) => {
    const { isOwn, state, channel, value, language, personId } = await getOwnContactForUpdate(db, customer, contactId)
    if (!isOwn) throw new AppError('not_found', { reason: 'contact_not_found', field: 'contactId' })
    if (state !== 'confirmed') throw badInput('contact_not_confirmed', 'contactId')
    const proof = await createProof(db, { purpose: 'sign_in', channel, value }, now)
    const letter = { kind: 'sign_in', channel, to: value, contactId, personId, language, facts: {}, secret: letterSecret(proof) } as const
    await queueLetter(db, { ...letter, notAfter: new Date(now.getTime() + CODE_MINUTES * 60_000) }, now)
    return proof.id
  })
}
