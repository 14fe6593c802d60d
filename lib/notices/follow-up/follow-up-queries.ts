import { z } from 'zod'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel, MessageState, NoticeKind } from '@/lib/db/generated/enums'
import { maskContact } from '../evidence/mask-contact'
import type { Failure, WorksReply } from './follow-up'

/** As many as somebody works through in a day. */
const MOST = 500

const place = {
  accountId: z.number().nullable(),
  addressId: z.number().nullable(),
  street: z.string().nullable(),
  number: z.number().nullable(),
  suffix: z.string().nullable(),
}

function toAddress({ street, number, suffix }: { street: string | null; number: number | null; suffix: string | null }): string | null {
  return street !== null && number !== null ? `${street} ${formatHouseNumber({ number, suffix: suffix ?? '' })}` : null
}

/** Where a contact belongs: the first of its accounts, else its address. Over `contact`. */
const HOME = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT subscription.account_id, coalesce(subscription.address_id, service_point.address_id) AS address_id
    FROM subscription LEFT JOIN service_point ON service_point.id = subscription.service_point_id
    WHERE subscription.contact_id = contact.id AND subscription.role <> 'call_centre'
    ORDER BY subscription.account_id NULLS LAST, subscription.id LIMIT 1
  ) home ON true
  LEFT JOIN address ON address.id = home.address_id
  LEFT JOIN street ON street.id = address.street_id`

const failures = z.array(
  z.object({
    ...place,
    messageId: z.bigint().transform(String),
    notice: z.enum(NoticeKind),
    channel: z.enum(Channel),
    value: z.string(),
    state: z.enum(MessageState),
    errorCode: z.string().nullable(),
    total: z.coerce.number(),
  }),
)

/**
 * The people whom works' notices did not reach: each one's latest message that failed, ran out of time or may be lost, unless one that stands in for it,
 * or another of the same notice to the same person, arrived. The first 500, and how many there are.
 */
export async function findFailures(db: Db, worksId: number): Promise<{ failures: Failure[]; total: number }> {
  const rows = await db.$queryRaw`
    WITH lost AS (
      SELECT DISTINCT ON (message.contact_id) message.id, message.contact_id, message.state, message.error_code, message.channel, message.recipient, notice.kind
      FROM notice JOIN message ON message.notice_id = notice.id
      WHERE notice.works_id = ${worksId} AND message.state IN ('failed', 'expired', 'unknown')
        AND NOT EXISTS (
          SELECT FROM message other
          JOIN contact theirs ON theirs.id = other.contact_id
          JOIN contact own ON own.id = message.contact_id
          WHERE other.notice_id = message.notice_id AND theirs.person_id = own.person_id AND other.state IN ('sent', 'delivered')
        )
      ORDER BY message.contact_id, message.id DESC
    )
    SELECT lost.id AS "messageId", lost.kind::text AS notice, lost.channel::text AS channel, coalesce(lost.recipient, contact.value) AS value,
           lost.state::text AS state, lost.error_code AS "errorCode", home.account_id AS "accountId", home.address_id AS "addressId",
           street.label AS street, address.number, address.suffix, count(*) OVER () AS total
    FROM lost JOIN contact ON contact.id = lost.contact_id ${HOME}
    ORDER BY street, address.number, address.suffix, lost.id LIMIT ${MOST}`
  const found = failures.parse(rows)
  const shown = found.map(({ street, number, suffix, value, total, ...failure }) => ({
    ...failure,
    contact: maskContact(failure.channel, value),
    address: toAddress({ street, number, suffix }),
  }))
  return { failures: shown, total: found[0]?.total ?? 0 }
}

const replies = z.array(
  z.object({
    id: z.bigint().transform(String),
    channel: z.enum(Channel),
    value: z.string(),
    text: z.string(),
    at: z.date(),
    readBy: z.string().nullable(),
    readAt: z.date().nullable(),
    accountId: z.number().nullable(),
    addressId: z.number().nullable(),
  }),
)

/** What people wrote back about works, unread ones first, then the latest; at most 500. */
export async function findReplies(db: Db, worksId: number): Promise<WorksReply[]> {
  const rows = await db.$queryRaw`
    SELECT reply.id, contact.channel::text AS channel, contact.value, reply.text, reply.at, reply.read_by AS "readBy", reply.read_at AS "readAt",
           home.account_id AS "accountId", home.address_id AS "addressId"
    FROM reply JOIN contact ON contact.id = reply.contact_id ${HOME}
    WHERE reply.works_id = ${worksId}
    ORDER BY reply.read_at IS NOT NULL, reply.at DESC, reply.id DESC LIMIT ${MOST}`
  return replies.parse(rows).map(({ value, at, readAt, ...reply }) => ({
    ...reply,
    contact: maskContact(reply.channel, value),
    at: at.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }))
}
