import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadOutbox } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Channel, NoticeKind } from '@/lib/db/generated/enums'
import { stopLink } from './to-outgoing'

export interface OutboxFilter {
  channel?: Channel
  language?: string
  worksReference?: string
  /** Only what was written before this entry. */
  before?: string
  limit: number
}

export interface OutboxEntry {
  id: string
  channel: Channel
  language: string
  recipient: string
  subject: string | null
  text: string
  /** Below an e-mail. */
  unsubscribeUrl: string | null
  noticeKind: NoticeKind
  worksReference: string
  /** ISO instant. */
  sentAt: string
}

interface OutboxRow {
  id: bigint
  channel: Channel
  language: string
  recipient: string | null
  subject: string | null
  text: string | null
  noticeKind: NoticeKind
  worksReference: string
  sentAt: Date
  contactId: number
  noticeId: number
  isCallCentre: boolean
}

/** What the local channels would have sent, newest first. */
export async function listOutbox(actor: Actor, filter: OutboxFilter): Promise<OutboxEntry[]> {
  requirePolicy(actor, canReadOutbox(actor))
  const before = filter.before && /^\d{1,18}$/.test(filter.before) ? BigInt(filter.before) : null
  const rows = await database().$queryRaw<OutboxRow[]>`
    SELECT message.id, message.channel::text AS channel, message.language, message.recipient, message.subject, message.text,
           notice.kind::text AS "noticeKind", works.reference AS "worksReference", message.sent_at AS "sentAt",
           message.contact_id AS "contactId", message.notice_id AS "noticeId",
           message.contact_id IN (SELECT contact_id FROM subscription WHERE role = 'call_centre') AS "isCallCentre"
    FROM message
    JOIN notice ON notice.id = message.notice_id
    JOIN works ON works.id = notice.works_id
    WHERE message.provider = 'outbox' AND message.sent_at IS NOT NULL
      AND (${before}::bigint IS NULL OR message.id < ${before})
      AND (${filter.channel ?? null}::channel IS NULL OR message.channel = ${filter.channel ?? null}::channel)
      AND (${filter.language ?? null}::text IS NULL OR message.language = ${filter.language ?? null})
      AND (${filter.worksReference ?? null}::text IS NULL OR works.reference = ${filter.worksReference ?? null})
    ORDER BY message.id DESC
    LIMIT ${filter.limit}`
  return rows.map(({ contactId, noticeId, isCallCentre, ...row }) => ({
    ...row,
    unsubscribeUrl: stopLink({ channel: row.channel, contactId, noticeId, isCallCentre }),
    id: String(row.id),
    recipient: row.recipient ?? '',
    text: row.text ?? '',
    sentAt: row.sentAt.toISOString(),
  }))
}
