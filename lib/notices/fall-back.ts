import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { applyReceipts } from './apply-receipts'
import { missingStandIns, unconfirmedSince } from './missing-stand-ins'

const candidates = z.array(z.object({ provider: z.string(), providerId: z.string() }))

/** A receipt that a crash kept from its message counts too, before anybody stands in for it. */
async function applyForgottenReceipts(db: Db, now: Date): Promise<void> {
  const rows = await db.$queryRaw`
    SELECT message.provider, message.provider_id AS "providerId"
    FROM notice
    JOIN message ON message.notice_id = notice.id AND message.channel = 'sms' AND message.state = 'sent' AND message.sent_at <= ${unconfirmedSince(now)}
    JOIN receipt ON receipt.provider = message.provider AND receipt.provider_id = message.provider_id AND receipt.state <> 'sent'
    WHERE notice.state = 'open' AND notice.not_after > ${now}`
  await applyReceipts(db, candidates.parse(rows), now)
}

/**
 * Where a message failed for good, or an SMS was not delivered in time, and its notice is still of use: the next verified contact of the same
 * person gets it, once; nobody who said STOP, or has another contact that is told anyway. Returns how many stand-ins it wrote.
 */
export async function fallBack(db: Db, now: Date): Promise<number> {
  await applyForgottenReceipts(db, now)
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at, fallback_for, about_contact_id)
    SELECT notice_id, contact_id, channel, language, ${now}::timestamptz, ${now}::timestamptz, fallback_for, about_contact_id
    FROM (${missingStandIns(now)}) missing
    ON CONFLICT DO NOTHING`
}
