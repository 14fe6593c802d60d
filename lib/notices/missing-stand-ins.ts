import { Prisma } from '@/lib/db/generated/client'
import { isAwake } from './insert-stand-ins'

/** An SMS that no receipt has confirmed after so long, in milliseconds, is taken for not delivered. */
const UNCONFIRMED = 2 * 3_600_000

/** Whatever was sent by SMS until then and is not confirmed at `now` is taken for not delivered. */
export const unconfirmedSince = (now: Date) => new Date(now.getTime() - UNCONFIRMED)

/**
 * A query for the stand-ins that open notices still lack at `now`, as columns of `message`: for each message that did not arrive, the next
 * verified contact of its person which the notice has not been to; none where one of that person's contacts is told, or somebody stood in before.
 */
export function missingStandIns(now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (lost.notice_id, stand_in.id)
           lost.notice_id, stand_in.id AS contact_id, stand_in.channel, stand_in.language, lost.id AS fallback_for,
           coalesce(lost.about_contact_id, lost.contact_id) AS about_contact_id
    FROM notice
    JOIN message lost ON lost.notice_id = notice.id AND lost.fallback_for IS NULL
      AND (lost.state IN ('failed', 'suppressed')
        OR lost.channel = 'sms' AND lost.state = 'sent' AND lost.sent_at <= ${unconfirmedSince(now)})
    JOIN contact unreached ON unreached.id = lost.contact_id AND unreached.state <> 'opted_out'
      AND (lost.state <> 'suppressed' OR unreached.state = 'unreachable')
    CROSS JOIN LATERAL (
      SELECT id, channel, language FROM contact
      WHERE contact.person_id = unreached.person_id AND contact.state = 'confirmed' AND ${isAwake(now)}
        AND NOT EXISTS (SELECT FROM message told WHERE told.notice_id = notice.id AND told.contact_id = contact.id)
      ORDER BY contact.id LIMIT 1
    ) stand_in
    WHERE notice.state = 'open' AND notice.not_after > ${now}
      AND NOT EXISTS (
        SELECT FROM message other JOIN contact ON contact.id = other.contact_id
        WHERE other.notice_id = lost.notice_id AND other.id <> lost.id AND contact.person_id = unreached.person_id
          AND (other.state NOT IN ('failed', 'suppressed', 'expired') OR other.fallback_for IS NOT NULL)
      )
    ORDER BY lost.notice_id, stand_in.id, lost.id`
}
