import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel, ContactState, MessageState, NoticeKind } from '@/lib/db/generated/enums'
import type { EvidenceScope } from './evidence-scope'
import { JOIN_TOLD, tiesOf } from './evidence-ties'

const ids = z.array(z.object({ id: z.number() }))

/** Points that no message about the works has reached; `candidate` is the affected point. */
function notReached({ worksId, partIds }: EvidenceScope): Prisma.Sql {
  return Prisma.sql`AND NOT EXISTS (
    SELECT FROM (${tiesOf(Prisma.sql`(SELECT candidate.service_point_id AS id)`, partIds)}) tie
    JOIN affected_point ON affected_point.service_point_id = candidate.service_point_id
    JOIN works_window ON works_window.part_id = affected_point.part_id
    JOIN notice_window ON notice_window.window_id = works_window.id
    JOIN notice ON notice.id = notice_window.notice_id AND notice.works_id = ${worksId}
    ${JOIN_TOLD}
    WHERE message.state IN ('sent', 'delivered')
  )`
}

/** The next `limit` points that any version of the works hits, after point `after`, by their id; all, or those that were not reached. */
export async function findEvidencePoints(db: Db, scope: EvidenceScope, after: number, limit: number, onlyNotReached: boolean) {
  const rows = await db.$queryRaw`
    SELECT DISTINCT hit.id
    FROM unnest(${scope.partIds}::int[]) AS part (id)
    CROSS JOIN LATERAL (
      SELECT candidate.service_point_id AS id FROM affected_point candidate
      WHERE candidate.part_id = part.id AND candidate.service_point_id > ${after} ${onlyNotReached ? notReached(scope) : Prisma.empty}
      ORDER BY candidate.service_point_id LIMIT ${limit}
    ) hit
    ORDER BY hit.id LIMIT ${limit}`
  return ids.parse(rows).map(({ id }) => id)
}

const evidence = z.array(
  z.object({
    code: z.string().nullable(),
    street: z.string().nullable(),
    number: z.number().nullable(),
    suffix: z.string().nullable(),
    value: z.string().nullable(),
    contactState: z.enum(ContactState).nullable(),
    unreachableReason: z.string().nullable(),
    channel: z.enum(Channel).nullable(),
    language: z.string().nullable(),
    contactId: z.number().nullable(),
    version: z.number().nullable(),
    notice: z.enum(NoticeKind).nullable(),
    dueAt: z.date().nullable(),
    state: z.enum(MessageState).nullable(),
    isStandIn: z.boolean(),
    sentAt: z.date().nullable(),
    deliveredAt: z.date().nullable(),
    provider: z.string().nullable(),
    providerId: z.string().nullable(),
    receipt: z.enum(MessageState).nullable(),
    receiptAt: z.date().nullable(),
    errorCode: z.string().nullable(),
  }),
)
export type FoundEvidence = z.infer<typeof evidence>[number]

/** What is known of a `message` (which may be missing), its `notice` and `contact`: the columns that every line of evidence has. */
const MESSAGE = Prisma.sql`
  coalesce(message.recipient, contact.value) AS value, contact.state::text AS "contactState", contact.unreachable_reason AS "unreachableReason",
  coalesce(message.channel, contact.channel)::text AS channel, coalesce(message.language, contact.language) AS language,
  coalesce(message.contact_id, contact.id) AS "contactId", notice.version, notice.kind::text AS notice, notice.due_at AS "dueAt",
  message.state::text AS state, message.about_contact_id IS NOT NULL AS "isStandIn", message.sent_at AS "sentAt",
  message.delivered_at AS "deliveredAt", message.provider, message.provider_id AS "providerId",
  receipt.state::text AS receipt, receipt.at AS "receiptAt", message.error_code AS "errorCode"`

/** The last thing that a provider said of `message`; of two said at once, the one that says more. */
const LAST_RECEIPT = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT receipt.state, receipt.at FROM receipt
    WHERE receipt.provider = message.provider AND receipt.provider_id = message.provider_id
    ORDER BY receipt.at DESC, receipt.state = 'sent' LIMIT 1
  ) receipt ON true`

/** Every line of evidence on these points, point by point, each in the order in which people were told. */
export async function findPointEvidence(db: Db, { worksId, partIds }: EvidenceScope, pointIds: number[]): Promise<FoundEvidence[]> {
  const points = Prisma.sql`(SELECT unnest(${pointIds}::int[]) AS id)`
  const rows = await db.$queryRaw`
    WITH tie AS MATERIALIZED (${tiesOf(points, partIds)}), told AS (
      SELECT DISTINCT tie.point_id, tie.contact_id AS about_id, message.id AS message_id
      FROM tie
      JOIN affected_point ON affected_point.service_point_id = tie.point_id AND affected_point.part_id = ANY (${partIds}::int[])
      JOIN works_window ON works_window.part_id = affected_point.part_id
      JOIN notice_window ON notice_window.window_id = works_window.id
      JOIN notice ON notice.id = notice_window.notice_id AND notice.works_id = ${worksId}
      ${JOIN_TOLD}
    ), line AS (
      SELECT point_id, about_id, message_id FROM told
      UNION ALL
      SELECT DISTINCT point_id, contact_id, NULL::bigint FROM tie
      WHERE is_active AND NOT EXISTS (SELECT FROM told WHERE told.point_id = tie.point_id AND told.about_id = tie.contact_id)
    )
    SELECT service_point.code, street.label AS street, address.number, address.suffix, ${MESSAGE}
    FROM service_point
    LEFT JOIN address ON address.id = service_point.address_id
    LEFT JOIN street ON street.id = address.street_id
    LEFT JOIN line ON line.point_id = service_point.id
    LEFT JOIN message ON message.id = line.message_id
    LEFT JOIN notice ON notice.id = message.notice_id
    LEFT JOIN contact ON contact.id = coalesce(message.contact_id, line.about_id)
    ${LAST_RECEIPT}
    WHERE service_point.id = ANY (${pointIds}::int[])
    ORDER BY service_point.id, notice.due_at NULLS LAST, message.id, contact.id`
  return evidence.parse(rows)
}

/** The next messages of one notice that nothing ties to an affected point, after contact `after`: to the call centre, or for a tie that has ended. */
export async function findUntiedEvidence(db: Db, { partIds }: EvidenceScope, noticeId: number, after: number, limit: number) {
  const points = Prisma.sql`(
    SELECT affected_point.service_point_id AS id
    FROM notice_window
    JOIN works_window ON works_window.id = notice_window.window_id
    JOIN affected_point ON affected_point.part_id = works_window.part_id
    JOIN service_point ON service_point.id = affected_point.service_point_id
    WHERE notice_window.notice_id = ${noticeId}
  )`
  const rows = await db.$queryRaw`
    SELECT NULL AS code, NULL AS street, NULL::int AS number, NULL AS suffix, ${MESSAGE}
    FROM message
    JOIN notice ON notice.id = message.notice_id
    LEFT JOIN contact ON contact.id = message.contact_id
    ${LAST_RECEIPT}
    WHERE message.notice_id = ${noticeId} AND message.contact_id > ${after} AND NOT EXISTS (
      SELECT FROM (${tiesOf(points, partIds)}) tie
      WHERE tie.contact_id = coalesce(message.about_contact_id, message.contact_id) AND tie.since <= message.created_at
    )
    ORDER BY message.contact_id LIMIT ${limit}`
  return evidence.parse(rows)
}
