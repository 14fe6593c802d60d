import { z } from 'zod'
import { audienceOf } from '@/lib/contacts/audience'
import { IS_STOPPED } from '@/lib/contacts/stopped'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel } from '@/lib/db/generated/enums'
import type { ChannelCount, Reach } from './works-check'

/** Whether a service point has anybody who is told, as SQL over `point` with `id` and `address_id`. */
export const IS_REACHED = Prisma.sql`(
  EXISTS (
    SELECT FROM subscription JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
    WHERE subscription.service_point_id = point.id AND NOT ${IS_STOPPED}
      AND NOT EXISTS (SELECT FROM account WHERE account.id = subscription.account_id AND NOT account.active)
  ) OR EXISTS (
    SELECT FROM subscription JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
    WHERE subscription.address_id = point.address_id AND NOT ${IS_STOPPED}
  ))`

const counts = z
  .array(
    z.object({
      servicePoints: z.coerce.number(),
      reachablePoints: z.coerce.number(),
      accounts: z.coerce.number(),
      reachableAccounts: z.coerce.number(),
    }),
  )
  .length(1)

/**
 * How many of the service points in `hit` (a query for `id`), and of their active accounts, somebody hears of over a confirmed contact. Whoever
 * enrolled for an address reaches all accounts at it.
 */
export async function measureReach(db: Db, hit: Prisma.Sql): Promise<Reach> {
  const rows = await db.$queryRaw`
    WITH hit AS MATERIALIZED (${hit}), point AS MATERIALIZED (
      SELECT point.id, ${IS_REACHED} AS is_reached FROM hit JOIN service_point point ON point.id = hit.id
    ), held AS (
      SELECT account.id, bool_or(contact.id IS NOT NULL) OR bool_or(EXISTS (
        SELECT FROM service_point JOIN subscription ON subscription.address_id = service_point.address_id AND NOT ${IS_STOPPED}
        JOIN contact resident ON resident.id = subscription.contact_id AND resident.state = 'confirmed'
        WHERE service_point.id = point.id
      )) AS is_reached
      FROM point
      JOIN account ON account.service_point_id = point.id AND account.active
      LEFT JOIN subscription ON subscription.account_id = account.id AND NOT ${IS_STOPPED}
      LEFT JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
      WHERE point.is_reached
      GROUP BY account.id
    )
    SELECT (SELECT count(*) FROM point) AS "servicePoints", (SELECT count(*) FROM point WHERE is_reached) AS "reachablePoints",
           (SELECT count(*) FROM point JOIN account ON account.service_point_id = point.id AND account.active) AS accounts,
           (SELECT count(*) FROM held WHERE is_reached) AS "reachableAccounts"`
  const [row] = counts.parse(rows)
  const reach = row ?? { servicePoints: 0, reachablePoints: 0, accounts: 0, reachableAccounts: 0 }
  return { ...reach, share: reach.accounts === 0 ? 1 : reach.reachableAccounts / reach.accounts }
}

const channels = z.array(z.object({ channel: z.enum(Channel), language: z.string(), people: z.coerce.number() }))

/** How many people hear of the points in `hit`, by channel and language, the most first. */
export async function countChannels(db: Db, hit: Prisma.Sql): Promise<ChannelCount[]> {
  const rows = await db.$queryRaw`
    WITH hit AS MATERIALIZED (${hit})
    SELECT told.channel::text AS channel, told.language, count(*) AS people
    FROM (${audienceOf(Prisma.sql`hit`)}) told GROUP BY told.channel, told.language ORDER BY people DESC, told.channel, told.language`
  return channels.parse(rows)
}
