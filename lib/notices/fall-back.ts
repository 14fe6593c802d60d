import type { Db } from '@/lib/db/client'

/** An SMS that no receipt has confirmed after so long, in milliseconds, is taken for not delivered. */
export const UNCONFIRMED = 2 * 3_600_000

/**
 * Where a message failed for good, or an SMS was not delivered in time, and its notice is still of use: the next verified contact of the same
 * person gets it, once; nobody who has another contact that is told anyway. Returns how many stand-ins it wrote.
 */
export function fallBack(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at, fallback_for, about_contact_id)
    SELECT DISTINCT ON (lost.notice_id, stand_in.id)
           lost.notice_id, stand_in.id, stand_in.channel, stand_in.language, ${now}::timestamptz, ${now}::timestamptz, lost.id,
           coalesce(lost.about_contact_id, lost.contact_id)
    FROM notice
    JOIN message lost ON lost.notice_id = notice.id AND lost.fallback_for IS NULL
      AND (lost.state IN ('failed', 'suppressed')
        OR lost.channel = 'sms' AND lost.state = 'sent' AND lost.sent_at <= ${new Date(now.getTime() - UNCONFIRMED)})
    JOIN contact unreached ON unreached.id = lost.contact_id AND (lost.state <> 'suppressed' OR unreached.state = 'unreachable')
    CROSS JOIN LATERAL (
      SELECT id, channel, language FROM contact
      WHERE contact.person_id = unreached.person_id AND contact.id <> unreached.id AND contact.state = 'confirmed'
      ORDER BY contact.id LIMIT 1
    ) stand_in
    WHERE notice.state = 'open' AND notice.not_after > ${now}
      AND NOT EXISTS (SELECT FROM message other WHERE other.fallback_for = lost.id)
      AND NOT EXISTS (
        SELECT FROM message other JOIN contact ON contact.id = other.contact_id
        WHERE other.notice_id = lost.notice_id AND other.id <> lost.id AND contact.person_id = unreached.person_id
          AND other.state NOT IN ('failed', 'suppressed', 'expired')
      )
    ORDER BY lost.notice_id, stand_in.id, lost.id
    ON CONFLICT DO NOTHING`
}
