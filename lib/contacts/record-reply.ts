import type { Db } from '@/lib/db/client'
import type { ContactEnd } from './queries'

/** Longer ones are no answers. */
const LONGEST = 2_000
/** More in an hour from one end is a machine. */
const MOST_AN_HOUR = 20

/**
 * Keeps what somebody whom we know wrote to us, with the works that they were told of last, for staff to read; what strangers write is not kept.
 * `cause` names the provider's request: told twice, it is kept once. Of a flood the rest is dropped.
 */
export async function recordReply(db: Db, { channel, value }: ContactEnd, text: string, cause: string, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO reply (cause, contact_id, works_id, text, at)
    SELECT ${cause}, contact.id, last.works_id, ${text.slice(0, LONGEST)}, ${now}
    FROM contact
    LEFT JOIN LATERAL (
      SELECT notice.works_id, message.id
      FROM message JOIN notice ON notice.id = message.notice_id
      WHERE message.contact_id = contact.id AND message.state IN ('sent', 'delivered', 'unknown')
      ORDER BY message.id DESC LIMIT 1
    ) last ON true
    WHERE contact.channel = ${channel}::channel AND contact.value = ${value}
      AND (SELECT count(*) FROM reply WHERE reply.contact_id = contact.id AND reply.at > ${now}::timestamptz - interval '1 hour') < ${MOST_AN_HOUR}
    ORDER BY last.id DESC NULLS LAST, contact.id LIMIT 1
    ON CONFLICT (cause) DO NOTHING`
}
