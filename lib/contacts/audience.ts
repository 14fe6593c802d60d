import { Prisma } from '@/lib/db/generated/client'
import type { Topic } from '@/lib/db/generated/enums'
import { IS_STOPPED } from './stopped'

/** What is told, and when: who did not ask for any of these topics, or wants nothing for a while, is not told. */
export interface Telling {
  topics: readonly Topic[]
  now: Date
}

/** Whether a row of `subscription` hears of something: a condition on that row alone. */
export function hears({ topics, now }: Telling): Prisma.Sql {
  return Prisma.sql`(subscription.topics && ${topics}::topic[] AND (subscription.paused_until IS NULL OR subscription.paused_until <= ${now}))`
}

/** Whether it is one of the few that do not hear of everything: as the index of those says it. */
export const IS_SELECTIVE = Prisma.sql`(subscription.paused_until IS NOT NULL OR subscription.topics <> '{planned_works,on_the_day,progress}')`

/**
 * Who asked to hear about service points: a query for the `contact_id`, once, of each subscriber of their active accounts and of their
 * addresses, whatever its state, save where they stopped it for good. `points` is a relation with the `id` of each point. With `telling` only those who
 * want to hear of that.
 *
 * Written out, not a view: PostgreSQL cannot take the points of one small area into a view of two joins by index, and would read
 * every subscription there is. Ids alone: sorting 370,000 numbers takes half as long as sorting what the contacts are as well.
 */
export function subscribersOf(points: Prisma.Sql, telling?: Telling): Prisma.Sql {
  const wants = Prisma.sql`AND ${telling ? hears(telling) : Prisma.sql`NOT ${IS_STOPPED}`}`
  return Prisma.sql`
    SELECT subscription.contact_id
    FROM ${points} point
    JOIN subscription ON subscription.service_point_id = point.id ${wants}
    WHERE NOT EXISTS (SELECT FROM account WHERE account.id = subscription.account_id AND NOT account.active)
    UNION
    SELECT subscription.contact_id
    FROM ${points} point
    JOIN service_point ON service_point.id = point.id
    JOIN subscription ON subscription.address_id = service_point.address_id AND subscription.address_id IS NOT NULL ${wants}`
}

/** Who hears about service points: a query for `id`, `channel` and `language`, once, of each confirmed contact among their subscribers. */
export function audienceOf(points: Prisma.Sql, telling?: Telling): Prisma.Sql {
  return Prisma.sql`
    SELECT contact.id, contact.channel, contact.language
    FROM (${subscribersOf(points, telling)}) subscriber
    JOIN contact ON contact.id = subscriber.contact_id AND contact.state = 'confirmed'`
}
