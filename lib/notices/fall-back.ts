import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { applyReceipts } from './apply-receipts'

/** An SMS that no receipt has confirmed after so long, in milliseconds, is taken for not delivered. */
export const UNCONFIRMED = 2 * 3_600_000
const unconfirmed = (now: Date) => new Date(now.getTime() - UNCONFIRMED)

const candidates = z.array(z.object({ provider: z.string(), providerId: z.string() }))

/** A receipt that a crash kept from its message counts too, before anybody stands in for it. */
async function applyForgottenReceipts(db: Db, now: Date): Promise<void> {
  const rows = await db.$queryRaw`
    SELECT message.provider, message.provider_id AS "providerId"
    FROM notice
    JOIN message ON message.notice_id = notice.id AND message.channel = 'sms' AND message.state = 'sent' AND message.sent_at <= ${unconfirmed(now)}
    JOIN receipt ON receipt.provider = message.provider AND receipt.provider_id = message.provider_id AND receipt.state <> 'sent'
    WHERE notice.state = 'open' AND notice.not_after > ${now}`
  await applyReceipts(db, candidates.parse(rows), now)
}

/**
 * Where a message failed for good, or an SMS was not delivered in time, and its notice is still of use: the next verified contact of the same
 * person gets it, once; nobody who has another contact that is told anyway. Returns how many stand-ins it wrote.
 */
export async function fallBack(db: Db, now: Date): Promise<number> {
  await applyForgottenReceipts(db, now)
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at, fallback_for, about_contact_id)
    SELECT DISTINCT ON (lost.notice_id, stand_in.id)
           lost.notice_id, stand_in.id, stand_in.channel, stand_in.language, ${now}::timestamptz, ${now}::timestamptz, lost.id,
           coalesce(lost.about_contact_id, lost.contact_id)
    FROM notice
    JOIN message lost ON lost.notice_id = notice.id AND lost.fallback_for IS NULL
      AND (lost.state IN ('failed', 'suppressed')
        OR lost.channel = 'sms' AND lost.state = 'sent' AND lost.sent_at <= ${unconfirmed(now)})
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
