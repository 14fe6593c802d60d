import { Prisma } from '@/lib/db/generated/client'

/**
 * Who asked to hear about service points: a query for the `contact_id`, once, of each subscriber of their active accounts and of their
 * addresses, whatever its state. `points` is a relation with the `id` of each point.
 *
 * Written out, not a view: PostgreSQL cannot take the points of one small area into a view of two joins by index, and would read
 * every subscription there is. Ids alone: sorting 370,000 numbers takes half as long as sorting what the contacts are as well.
 */
export function subscribersOf(points: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT subscription.contact_id
    FROM ${points} point
    JOIN subscription ON subscription.service_point_id = point.id
    WHERE NOT EXISTS (SELECT FROM account WHERE account.id = subscription.account_id AND NOT account.active)
    UNION
    SELECT subscription.contact_id
    FROM ${points} point
    JOIN service_point ON service_point.id = point.id
    JOIN subscription ON subscription.address_id = service_point.address_id AND subscription.address_id IS NOT NULL`
}

/** Who hears about service points: a query for `id`, `channel` and `language`, once, of each confirmed contact among their subscribers. */
export function audienceOf(points: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT contact.id, contact.channel, contact.language
    FROM (${subscribersOf(points)}) subscriber
    JOIN contact ON contact.id = subscriber.contact_id AND contact.state = 'confirmed'`
}
