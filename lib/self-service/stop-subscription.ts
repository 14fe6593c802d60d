import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { tellRemoved } from '@/lib/contacts/letters/tell-removed'
import { rememberRefusals } from '@/lib/contacts/refusals'
import { transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { parseInput } from '@/lib/parse-input'
import { getOwnSubscriptionForUpdate, ownId } from './require-own'

const stopInput = z.object({ subscriptionId: ownId })

/**
 * Stops one thing: a contact hears no more of one account or address, and of all else as before. It is told so, in case it was not its owner.
 * Throws `unauthenticated`, `forbidden`, `not_found`.
 */
export async function stopSubscription(actor: Actor, raw: z.input<typeof stopInput>, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { subscriptionId } = parseInput(stopInput, raw)
  await transaction(async (db) => {
    const { id, contactId, isOwn } = await getOwnSubscriptionForUpdate(db, customer, subscriptionId)
    await tellRemoved(db, await db.contact.findUniqueOrThrow({ where: { id: contactId } }), now)
    await rememberRefusals(db, Prisma.sql`subscription.id = ${id}`)
    await db.subscription.delete({ where: { id } })
    await recordAudit(db, actor, { action: 'subscription.stop', subject: `contact:${contactId}`, before: { subscription: id, isOwn } }, now)
  })
}
