import type { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { requireOwnContact } from '../own-contacts'
import { takeProof } from '../proofs'
import { requireRight } from '../require-right'
import { type ConfirmedEnd, confirmEnd } from './confirm-end'
import { confirmByCodeInput } from './own-contact-input'
import { lockEndOf } from './same-ends'

/**
 * Confirms a contact by the code that was sent to it: from now on it is told. What the same telephone or mailbox opened before is then the actor's,
 * if the contact is their own. Returns which contact is told: another one, where the end was known.
 *
 * Throws `unauthenticated`, `forbidden`, `not_found`, and `bad_input` for a code that is wrong, expired, used, or was tried ten times.
 */
export async function confirmByCode(actor: Actor, raw: z.input<typeof confirmByCodeInput>, now: Date): Promise<ConfirmedEnd> {
  const customer = requireCustomer(actor)
  const { contactId, code } = parseInput(confirmByCodeInput, raw)
  // A wrong try must count: what it says is thrown after the commit.
  const done = await transaction(async (db) => {
    await requireOwnContact(db, customer, contactId)
    await lockEndOf(db, contactId)
    const open = await db.contactProof.findFirst({
      where: { contactId, purpose: 'confirm' },
      orderBy: [{ createdAt: 'desc' }, { expiresAt: 'desc' }],
      select: { id: true },
    })
    const { result } = await takeProof(db, { id: open?.id ?? '', code }, 'confirm', now)
    return result === 'right' ? await confirmEnd(db, actor, contactId, customer.personId, now) : result
  })
  if (typeof done !== 'string') return done
  requireRight(done)
  throw new Error('A right code confirms.')
}
