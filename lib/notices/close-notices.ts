import { z } from 'zod'
import { SYSTEM } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import type { Db } from '@/lib/db/client'
import { missingStandIns, unconfirmedSince } from './missing-stand-ins'

/** A message counts as handed over in time within so many milliseconds of its notice's due instant. */
const IN_TIME = 10_000

const closed = z.array(
  z.object({ id: z.number(), reference: z.string(), kind: z.string(), counts: z.record(z.string(), z.number()), digest: z.string() }),
)

/**
 * A notice is done when none of its messages is on its way, none awaits a receipt that would bring in another contact, nobody is still to stand in for one, and the messages by state
 * come to as many as its opening wrote. Done, it goes into the audit trail with its counts and a digest of who was sent what. Returns how many.
 */
export async function closeNotices(db: Db, now: Date): Promise<number> {
  const rows = await db.$queryRaw`
    WITH quiet AS MATERIALIZED (
      SELECT id, due_at, audience FROM notice
      WHERE state = 'open'
        AND NOT EXISTS (SELECT FROM message WHERE message.notice_id = notice.id AND message.state = 'queued')
        AND NOT EXISTS (SELECT FROM message WHERE message.notice_id = notice.id AND message.state = 'sending')
        AND (not_after <= ${now} OR NOT EXISTS (
          SELECT FROM message WHERE message.notice_id = notice.id AND message.channel = 'sms' AND message.state = 'sent'
            AND message.sent_at > ${unconfirmedSince(now)}))
    ), done AS (
      UPDATE notice SET state = 'done', done_at = ${now}, handed_over = figures.handed_over, handed_over_in_time = figures.in_time
      FROM quiet
      CROSS JOIN LATERAL (
        SELECT count(*) AS audience, count(*) FILTER (WHERE sent_at IS NOT NULL OR state = 'expired') AS handed_over,
               count(*) FILTER (WHERE sent_at <= quiet.due_at + ${IN_TIME} * interval '1 millisecond') AS in_time
        FROM message WHERE message.notice_id = quiet.id AND message.fallback_for IS NULL
      ) figures
      WHERE notice.id = quiet.id AND figures.audience = coalesce(quiet.audience, figures.audience)
        AND NOT EXISTS (SELECT FROM (${missingStandIns(now)}) missing WHERE missing.notice_id = quiet.id)
      RETURNING notice.id, notice.works_id, notice.kind
    )
    SELECT done.id, works.reference, done.kind::text AS kind,
           (SELECT coalesce(jsonb_object_agg(state, messages), '{}') FROM (
              SELECT state, count(*) AS messages FROM message WHERE notice_id = done.id GROUP BY state) by_state) AS counts,
           (SELECT encode(sha256(convert_to(coalesce(string_agg(
              encode(sha256(convert_to(concat_ws('|', id, contact_id, channel, recipient, text, extract(epoch FROM sent_at)), 'UTF8')), 'hex'), '' ORDER BY id
            ), ''), 'UTF8')), 'hex') FROM message WHERE notice_id = done.id AND sent_at IS NOT NULL) AS digest
    FROM done JOIN works ON works.id = done.works_id`
  const notices = closed.parse(rows)
  for (const { id, reference, kind, counts, digest } of notices) {
    const after = { notice: id, kind, counts, digest }
    await recordAudit(db, SYSTEM, { action: 'notice.done', subject: `works:${reference}`, after }, now)
  }
  return notices.length
}
