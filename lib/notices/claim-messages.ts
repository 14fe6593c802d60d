import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Channel } from '@/lib/db/generated/enums'

const due = z.object({
  id: z.bigint(),
  noticeId: z.number(),
  contactId: z.number(),
  /** Whose addresses it speaks of: the contact itself, or the one that it stands in for. */
  aboutContactId: z.number(),
  language: z.string(),
  notAfter: z.date(),
  /** Null when the contact is gone. */
  to: z.string().nullable(),
  /** The topic of a group in which the bot speaks. */
  threadId: z.number().nullable(),
  isConfirmed: z.boolean(),
  isCallCentre: z.boolean(),
})
export type DueMessage = z.infer<typeof due>

/**
 * Holds up to `limit` of a channel's messages that are due and still of use at `now`, until the transaction ends; no other worker gets them.
 * Those of the notice that is useless soonest come first.
 */
export async function holdDueMessages(db: Db, channel: Channel, limit: number, now: Date): Promise<DueMessage[]> {
  const rows = await db.$queryRaw`
    WITH held AS MATERIALIZED (
      SELECT held.*, open.not_after
      FROM (SELECT id, not_after FROM notice WHERE state = 'open' AND not_after > ${now} ORDER BY not_after, id) open
      CROSS JOIN LATERAL (
        SELECT id, notice_id, contact_id, about_contact_id, language
        FROM message
        WHERE notice_id = open.id AND channel = ${channel}::channel AND state = 'queued' AND next_attempt_at <= ${now}
        ORDER BY next_attempt_at, id
        LIMIT ${limit}
        FOR UPDATE SKIP LOCKED
      ) held
      LIMIT ${limit}
    )
    SELECT held.id, held.notice_id AS "noticeId", held.contact_id AS "contactId", coalesce(held.about_contact_id, held.contact_id) AS "aboutContactId",
           held.language, held.not_after AS "notAfter", contact.value AS "to", contact.thread_id AS "threadId", coalesce(contact.state = 'confirmed', false) AS "isConfirmed",
           held.contact_id IN (SELECT contact_id FROM subscription WHERE role = 'call_centre') AS "isCallCentre"
    FROM held LEFT JOIN contact ON contact.id = held.contact_id
    ORDER BY held.not_after, held.notice_id, held.id`
  return z.array(due).parse(rows)
}

const withDue = z.array(z.object({ channel: z.enum(Channel) }))

/** The channels that have messages to send at `now`: the one question of a round that has nothing to do. */
export async function findDueChannels(db: Db, now: Date): Promise<Channel[]> {
  const rows = await db.$queryRaw`
    SELECT channel::text AS channel FROM unnest(enum_range(NULL::channel)) channel
    WHERE EXISTS (
      SELECT FROM notice JOIN message ON message.notice_id = notice.id
      WHERE notice.state = 'open' AND not_after > ${now} AND message.channel = channel.channel AND message.state = 'queued' AND next_attempt_at <= ${now}
    )`
  return withDue.parse(rows).map(({ channel }) => channel)
}

export interface ReadyRow {
  id: bigint
  recipient: string
  subject: string | null
  text: string
  segments: number | null
  cost: number
  batchKey: string | null
}

/**
 * Takes held messages for sending by `sender`, with all that is about to be said, before it is said: after a crash this is what the provider is
 * asked about. Returns the claim's token.
 */
export async function claimMessages(db: Db, sender: string, rows: ReadyRow[], now: Date): Promise<string> {
  const token = randomUUID()
  await db.$executeRaw`
    UPDATE message SET state = 'sending', claim_token = ${token}::uuid, claimed_at = ${now}, attempt = attempt + 1, provider = ${sender},
      recipient = told.recipient, subject = told.subject, text = told.text, segments = told.segments, cost = told.cost, batch_key = told.batch_key
    FROM unnest(${rows.map((row) => row.id)}::bigint[], ${rows.map((row) => row.recipient)}::text[], ${rows.map((row) => row.subject)}::text[],
                ${rows.map((row) => row.text)}::text[], ${rows.map((row) => row.segments)}::int[], ${rows.map((row) => row.cost)}::numeric[],
                ${rows.map((row) => row.batchKey)}::text[])
           AS told (id, recipient, subject, text, segments, cost, batch_key)
    WHERE message.id = told.id`
  return token
}

/** Gives up held messages that have nobody to go to: the contact was closed, or nothing of the works concerns it any more. */
export async function suppressMessages(db: Db, ids: bigint[]): Promise<void> {
  await db.$executeRaw`UPDATE message SET state = 'suppressed' WHERE id = ANY (${ids}::bigint[])`
}

/** Says of claimed messages that their call is about to be made: a crash before this leaves no doubt that they were not sent. */
export async function markCalled(db: Db, token: string, ids: bigint[]): Promise<void> {
  await db.$executeRaw`UPDATE message SET batch_key = ${token} WHERE id = ANY (${ids}::bigint[]) AND claim_token = ${token}::uuid`
}
