import { z } from 'zod'
import { maskEnd } from '@/lib/contacts/mask-end'
import type { Db } from '@/lib/db/client'
import { Channel, MessageState, NoticeKind } from '@/lib/db/generated/enums'
import type { SentMessage } from './self-service'

/** A year of works at one place; older ones a member of staff looks up. */
const MOST = 100

const rows = z.array(
  z.object({
    id: z.bigint(),
    reference: z.string(),
    title: z.string(),
    kind: z.enum(NoticeKind),
    channel: z.enum(Channel),
    value: z.string(),
    state: z.enum(MessageState),
    sentAt: z.date().nullable(),
    deliveredAt: z.date().nullable(),
    text: z.string().nullable(),
  }),
)

/**
 * What was sent of works that hit an account's service point, to the person's own contacts and to those that are told of the account, newest first. Texts
 * to others are left out: they may name addresses that are not the reader's.
 */
export async function findSentOf(db: Db, personId: number, accountId: number): Promise<SentMessage[]> {
  const found = await db.$queryRaw`
    SELECT message.id, works.reference, works.title, notice.kind::text, message.channel::text, coalesce(message.recipient, contact.value) AS value, message.state::text,
           message.sent_at AS "sentAt", message.delivered_at AS "deliveredAt",
           CASE WHEN contact.person_id = ${personId}::int THEN message.text END AS text
    FROM contact
    JOIN message ON message.contact_id = contact.id
    JOIN notice ON notice.id = message.notice_id
    JOIN works ON works.id = notice.works_id
    WHERE (contact.person_id = ${personId}::int OR contact.id IN (SELECT contact_id FROM subscription WHERE account_id = ${accountId}::int))
      AND contact.id NOT IN (SELECT contact_id FROM subscription WHERE role = 'call_centre')
      AND EXISTS (
        SELECT FROM notice_window
        JOIN works_window ON works_window.id = notice_window.window_id
        JOIN affected_point ON affected_point.part_id = works_window.part_id
        JOIN account ON account.service_point_id = affected_point.service_point_id
        WHERE notice_window.notice_id = notice.id AND account.id = ${accountId}::int
      )
    ORDER BY message.id DESC
    LIMIT ${MOST}::int`
  return rows.parse(found).map(({ id, value, sentAt, deliveredAt, ...row }) => ({
    ...row,
    id: String(id),
    to: maskEnd({ channel: row.channel, value }),
    sentAt: sentAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
  }))
}
