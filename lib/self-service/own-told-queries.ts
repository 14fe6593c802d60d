import { z } from 'zod'
import { maskEnd } from '@/lib/contacts/mask-end'
import { FOR_GOOD } from '@/lib/contacts/stopped'
import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { Channel, ContactState, SubscriptionRole, Topic } from '@/lib/db/generated/enums'
import type { Told } from './self-service'

const rows = z.array(
  z.object({
    subscriptionId: z.number(),
    accountId: z.number().nullable(),
    addressId: z.number().nullable(),
    contactId: z.number(),
    personId: z.number(),
    channel: z.enum(Channel),
    value: z.string(),
    state: z.enum(ContactState),
    role: z.enum(SubscriptionRole),
    topics: z.array(z.enum(Topic)),
    pausedUntil: z.date().nullable(),
    language: z.string(),
  }),
)

/** Somebody who is told, and of which account or address. */
export interface ToldOf {
  accountId: number | null
  addressId: number | null
  told: Told
}

/** Who is told of something, as `personId` may see it: ends are masked. `which` is a condition on `subscription` and `contact`. */
export async function findTold(db: Db, personId: number, which: Prisma.Sql, now: Date): Promise<ToldOf[]> {
  const found = await db.$queryRaw`
    SELECT subscription.id AS "subscriptionId", subscription.account_id AS "accountId", subscription.address_id AS "addressId",
           contact.id AS "contactId", contact.person_id AS "personId", contact.channel::text, contact.value, contact.state::text,
           subscription.role::text, subscription.topics::text[], subscription.paused_until AS "pausedUntil", contact.language
    FROM subscription JOIN contact ON contact.id = subscription.contact_id
    WHERE subscription.role <> 'call_centre' AND (${which})
    ORDER BY contact.person_id <> ${personId}::int, subscription.id`
  return rows.parse(found).map(({ accountId, addressId, personId: owner, value, pausedUntil, ...row }) => {
    const isPaused = pausedUntil !== null && pausedUntil > now
    const told = {
      ...row,
      to: maskEnd({ channel: row.channel, value }),
      pausedUntil: isPaused ? pausedUntil.toISOString() : null,
      isPausedForGood: isPaused && pausedUntil.getTime() >= FOR_GOOD.getTime(),
      isOwn: owner === personId,
    }
    return { accountId, addressId, told }
  })
}
