import { Prisma } from '@/lib/db/generated/client'

/**
 * What ties contacts to service points: a query for (point_id, contact_id, since, is_active). `points` is a relation with the `id` of each
 * point, `partIds` the parts of the works.
 *
 * The ledger says which contact was told, the register why. A subscription says so from its beginning on; one whose account has ended since
 * does when nothing else ties its contact to the works, since it was then what the message was for. So nobody is said to have been told who was not.
 */
export function tiesOf(points: Prisma.Sql, partIds: number[]): Prisma.Sql {
  return Prisma.sql`
    SELECT point.id AS point_id, subscription.contact_id, subscription.created_at AS since, coalesce(account.active, true) AS is_active
    FROM ${points} point
    JOIN subscription ON subscription.service_point_id = point.id
    LEFT JOIN account ON account.id = subscription.account_id
    WHERE account.active IS NOT FALSE OR NOT EXISTS (
      SELECT FROM subscription other
      LEFT JOIN account other_account ON other_account.id = other.account_id
      JOIN service_point ON service_point.id = other.service_point_id OR service_point.address_id = other.address_id
      JOIN affected_point ON affected_point.service_point_id = service_point.id AND affected_point.part_id = ANY (${partIds}::int[])
      WHERE other.contact_id = subscription.contact_id AND other_account.active IS NOT FALSE
    )
    UNION ALL
    SELECT point.id, subscription.contact_id, subscription.created_at, true
    FROM ${points} point
    JOIN service_point ON service_point.id = point.id
    JOIN subscription ON subscription.address_id = service_point.address_id AND subscription.address_id IS NOT NULL`
}

/**
 * Joins `message` to a row of `notice` and one of `tie`: what that contact was told by that notice, itself or through another contact of the
 * same person that stood in for it.
 */
export const JOIN_TOLD = Prisma.sql`
  JOIN contact tied ON tied.id = tie.contact_id
  JOIN contact reached ON reached.person_id = tied.person_id
  JOIN message ON message.notice_id = notice.id AND message.contact_id = reached.id
    AND coalesce(message.about_contact_id, message.contact_id) = tie.contact_id AND message.created_at >= tie.since`
