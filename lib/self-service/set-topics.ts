import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { transaction } from '@/lib/db/client'
import { Topic } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getOwnSubscriptionForUpdate, ownId } from './require-own'

const topicsInput = z.object({ subscriptionId: ownId, topics: z.array(z.enum(Topic)).max(Object.keys(Topic).length) })

/**
 * Says of what a contact hears at one account or address. Nothing at all is `bad_input`: whoever wants nothing stops it, and knows it. Throws
 * `unauthenticated`, `forbidden`, `not_found`.
 */
export async function setTopics(actor: Actor, raw: z.input<typeof topicsInput>, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { subscriptionId, topics } = parseInput(topicsInput, raw)
  if (topics.length === 0) throw badInput('topics_missing', 'topics')
  await transaction(async (db) => {
    const { id } = await getOwnSubscriptionForUpdate(db, customer, subscriptionId)
    const before = await db.subscription.findUniqueOrThrow({ where: { id }, select: { topics: true } })
    // In the order of the list, so that the few who do not hear of everything are told from the others at a glance.
    const after = { topics: Object.values(Topic).filter((topic) => topics.includes(topic)) }
    await db.subscription.update({ where: { id }, data: after })
    await recordAudit(db, actor, { action: 'subscription.topics', subject: `subscription:${id}`, before, after }, now)
  })
}
