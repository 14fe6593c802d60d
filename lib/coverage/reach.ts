import { IS_STOPPED } from '@/lib/contacts/stopped'
import { Prisma } from '@/lib/db/generated/client'

/** Which channels a group of subscriptions, joined to their `contact`, has. */
const CHANNELS = Prisma.sql`
  bool_or(contact.channel = 'sms') AS sms, bool_or(contact.channel = 'email') AS email, bool_or(contact.channel IN ('telegram', 'viber')) AS chat`

/**
 * Every active account with the channels by which somebody would hear of it (lib/contacts/audience.ts): a confirmed contact that follows the
 * account, or its address. A query for `id`, `service`, `units`, `address_id`, `geom` and the booleans `sms`, `email`, `chat`.
 *
 * Written to be read in whole: three hash joins of what 1.1 million accounts have, no step for each of them.
 */
export const ACCOUNT_REACH = Prisma.sql`
  SELECT account.id, service_point.service, service_point.units, service_point.address_id, service_point.geom,
         coalesce(own.sms, false) OR coalesce(here.sms, false) AS sms,
         coalesce(own.email, false) OR coalesce(here.email, false) AS email,
         coalesce(own.chat, false) OR coalesce(here.chat, false) AS chat
  FROM account
  JOIN service_point ON service_point.id = account.service_point_id
  LEFT JOIN (
    SELECT subscription.account_id, ${CHANNELS}
    FROM subscription JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
    WHERE subscription.account_id IS NOT NULL AND NOT ${IS_STOPPED} GROUP BY subscription.account_id
  ) own ON own.account_id = account.id
  LEFT JOIN (
    SELECT subscription.address_id, ${CHANNELS}
    FROM subscription JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
    WHERE subscription.address_id IS NOT NULL AND NOT ${IS_STOPPED} GROUP BY subscription.address_id
  ) here ON here.address_id = service_point.address_id
  WHERE account.active`
