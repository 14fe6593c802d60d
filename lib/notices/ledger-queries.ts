import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SendResult } from '@/lib/channels/channels'
import type { Db } from '@/lib/db/client'

const claimed = z.object({
  id: z.bigint(),
  noticeId: z.number(),
  contactId: z.number(),
  channel: z.enum(['sms', 'email', 'telegram', 'viber']),
  language: z.string(),
  attempt: z.number(),
  /** Null when the contact is gone. */
  to: z.string().nullable(),
  isConfirmed: z.boolean(),
  isCallCentre: z.boolean(),
})
export type ClaimedMessage = z.infer<typeof claimed>

export interface Claim {
  token: string
  messages: ClaimedMessage[]
}

/** Takes up to `limit` messages that are due and still useful at `now`, before any provider is called; no other worker gets them. */
export async function claimMessages(db: Db, limit: number, now: Date): Promise<Claim> {
  const token = randomUUID()
  const rows = await db.$queryRaw`
    WITH due AS (
      SELECT message.id
      FROM message JOIN notice ON notice.id = message.notice_id
      WHERE message.state = 'queued' AND message.next_attempt_at <= ${now} AND notice.not_after > ${now}
      ORDER BY message.next_attempt_at, message.id
      LIMIT ${limit}
      FOR UPDATE OF message SKIP LOCKED
    ), taken AS (
      UPDATE message SET state = 'sending', claim_token = ${token}::uuid, claimed_at = ${now}, attempt = attempt + 1
      FROM due WHERE message.id = due.id
      RETURNING message.id, message.notice_id, message.contact_id, message.channel, message.language, message.attempt
    )
    SELECT taken.id, taken.notice_id AS "noticeId", taken.contact_id AS "contactId", taken.channel::text AS channel, taken.language,
           taken.attempt, contact.value AS "to", coalesce(contact.state = 'confirmed', false) AS "isConfirmed",
           EXISTS (SELECT FROM subscription WHERE subscription.contact_id = taken.contact_id AND subscription.role = 'call_centre') AS "isCallCentre"
    FROM taken LEFT JOIN contact ON contact.id = taken.contact_id
    ORDER BY taken.id`
  return { token, messages: z.array(claimed).parse(rows) }
}

export interface RenderedRow {
  id: bigint
  recipient: string
  subject: string | null
  text: string
  segments: number | null
  cost: number
}

/** Writes down what is about to be said, before it is: after a crash this is what the provider is asked about. */
export async function recordTexts(db: Db, token: string, rows: RenderedRow[]): Promise<void> {
  await db.$executeRaw`
    UPDATE message SET recipient = told.recipient, subject = told.subject, text = told.text, segments = told.segments, cost = told.cost
    FROM unnest(${rows.map((row) => row.id)}::bigint[], ${rows.map((row) => row.recipient)}::text[], ${rows.map((row) => row.subject)}::text[],
                ${rows.map((row) => row.text)}::text[], ${rows.map((row) => row.segments)}::int[], ${rows.map((row) => row.cost)}::numeric[])
           AS told (id, recipient, subject, text, segments, cost)
    WHERE message.id = told.id AND message.claim_token = ${token}::uuid`
}

/** Gives up messages that have nobody to go to: the contact was closed, or nothing of the works concerns it any more. */
export async function suppressMessages(db: Db, token: string, ids: bigint[]): Promise<void> {
  await db.$executeRaw`
    UPDATE message SET state = 'suppressed', claim_token = NULL
    WHERE id = ANY (${ids}::bigint[]) AND claim_token = ${token}::uuid`
}

/** Writes down what became of a claimed batch. A `retry` waits a minute, then twice as long each time, up to an hour. */
export async function recordResults(db: Db, token: string, results: Array<SendResult & { provider: string }>, now: Date): Promise<void> {
  const providerIds = results.map((result) => ('providerId' in result ? result.providerId : null))
  const errorCodes = results.map((result) => ('errorCode' in result ? result.errorCode : null))
  await db.$executeRaw`
    UPDATE message SET
      state = (CASE result.state WHEN 'retry' THEN 'queued' ELSE result.state END)::message_state,
      next_attempt_at = CASE result.state
        WHEN 'retry' THEN ${now}::timestamptz + least(interval '1 minute' * power(2, message.attempt - 1), interval '1 hour')
        ELSE message.next_attempt_at END,
      provider = result.provider, provider_id = result.provider_id, error_code = result.error_code,
      sent_at = CASE WHEN result.state IN ('sent', 'delivered') THEN ${now} ELSE message.sent_at END,
      delivered_at = CASE WHEN result.state = 'delivered' THEN ${now} ELSE message.delivered_at END,
      claim_token = NULL
    FROM unnest(${results.map((result) => BigInt(result.id))}::bigint[], ${results.map((result) => result.state)}::text[],
                ${results.map((result) => result.provider)}::text[], ${providerIds}::text[], ${errorCodes}::text[])
           AS result (id, state, provider, provider_id, error_code)
    WHERE message.id = result.id AND message.claim_token = ${token}::uuid`
}
