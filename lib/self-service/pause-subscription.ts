import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { FOR_GOOD } from '@/lib/contacts/stopped'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { getOwnSubscriptionForUpdate, ownId } from './require-own'

const DAY = 86_400_000

/** For how long nothing is told; `resume`: from now on everything is again. */
export const PAUSES = ['day', 'week', 'until_resumed', 'resume'] as const
type Pause = (typeof PAUSES)[number]

const ENDS: Record<Pause, (now: Date) => Date | null> = {
  day: (now) => new Date(now.getTime() + DAY),
  week: (now) => new Date(now.getTime() + 7 * DAY),
  until_resumed: () => FOR_GOOD,
  resume: () => null,
}

const pauseInput = z.object({ subscriptionId: ownId, pause: z.enum(PAUSES) })

/** Has a contact hear nothing of one account or address for a while, or again. Throws `unauthenticated`, `forbidden`, `not_found`, `bad_input`. */
export async function pauseSubscription(actor: Actor, raw: z.input<typeof pauseInput>, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { subscriptionId, pause } = parseInput(pauseInput, raw)
  await transaction(async (db) => {
    const { id } = await getOwnSubscriptionForUpdate(db, customer, subscriptionId)
    await db.subscription.update({ where: { id }, data: { pausedUntil: ENDS[pause](now) } })
    await recordAudit(db, actor, { action: 'subscription.pause', subject: `subscription:${id}`, after: { pause } }, now)
  })
}
