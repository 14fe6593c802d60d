import { Prisma } from '@/lib/db/generated/client'

/**
 * Who hears about service points: a query for `id`, `channel` and `language` of each confirmed contact, once, of the subscribers of
 * their active accounts and of their addresses. `points` is a relation with the `id` of each point.
 *
 * Written out, not a view: PostgreSQL cannot take the points of one small area into a view of two joins by index, and would read
 * every subscription there is.
 */
export function audienceOf(points: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT contact.id, contact.channel, contact.language
    FROM ${points} point
    JOIN subscription ON subscription.service_point_id = point.id
    JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
    WHERE NOT EXISTS (SELECT FROM account WHERE account.id = subscription.account_id AND NOT account.active)
    UNION
    SELECT contact.id, contact.channel, contact.language
    FROM ${points} point
    JOIN service_point ON service_point.id = point.id
    JOIN subscription ON subscription.address_id = service_point.address_id AND subscription.address_id IS NOT NULL
    JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'`
}
