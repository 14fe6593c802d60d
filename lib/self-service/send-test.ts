import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { queueLetter } from '@/lib/contacts/letters/queue-letter'
import { getOwnContactForUpdate } from '@/lib/contacts/own-contacts'
import { transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { ownId } from './require-own'

const HOUR = 3_600_000
/** Enough to try a new telephone, and not enough to pester somebody or to spend the utility's money. */
const MOST_A_DAY = 3

const testInput = z.object({ contactId: ownId })

/**
 * Sends a test to a confirmed contact of one's own: three in a day at most. Throws `unauthenticated`, `forbidden`, `not_found`, `bad_input` for one that is
 * not confirmed, `too_many_requests`.
 */
export async function sendTest(actor: Actor, raw: z.input<typeof testInput>, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { contactId } = parseInput(testInput, raw)
  await transaction(async (db) => {
    const { isOwn, state, channel, value: to, language, personId } = await getOwnContactForUpdate(db, customer, contactId)
    if (!isOwn) throw new AppError('not_found', { reason: 'contact_not_found', field: 'contactId' })
    if (state !== 'confirmed') throw badInput('contact_not_confirmed', 'contactId')
    const since = new Date(now.getTime() - 24 * HOUR)
    const sent = await db.letter.count({ where: { contactId, kind: 'test', createdAt: { gt: since } } })
    if (sent >= MOST_A_DAY)
      throw new AppError('too_many_requests', { reason: 'too_many_tests', params: { seconds: 86_400, max: MOST_A_DAY } })
    const letter = { kind: 'test', channel, to, contactId, personId, language, facts: {} } as const
    await queueLetter(db, { ...letter, notAfter: new Date(now.getTime() + HOUR) }, now)
  })
}
