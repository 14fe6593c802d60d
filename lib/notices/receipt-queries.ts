import { z } from 'zod'
import type { ProviderReceipt } from '@/lib/channels/provider-news'
import type { Db } from '@/lib/db/client'

/** A message as its provider knows it. */
export interface ProviderMessage {
  provider: string
  providerId: string
}

/** Keeps what was said; what is known already stays as it was said first. A time ahead of ours is taken for ours. */
export async function insertReceipts(db: Db, receipts: ProviderReceipt[], now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO receipt (provider, provider_id, state, error_code, at, received_at)
    SELECT provider, provider_id, state::message_state, error_code, least(at, ${now}::timestamptz), ${now}::timestamptz
    FROM unnest(${receipts.map((receipt) => receipt.provider)}::text[], ${receipts.map((receipt) => receipt.providerId)}::text[],
                ${receipts.map((receipt) => receipt.state)}::text[], ${receipts.map((receipt) => receipt.errorCode)}::text[],
                ${receipts.map((receipt) => receipt.at)}::timestamptz[])
           AS said (provider, provider_id, state, error_code, at)
    ON CONFLICT DO NOTHING`
}

/**
 * Brings messages to what all their receipts together say, in whatever order these came. `delivered` is final; `failed` comes next; `sent`
 * only settles what was uncertain. A complaint (kept as a failure) is proof of delivery. Messages still queued, or that nobody sent, stay as they are.
 */
export function settleByReceipts(db: Db, messages: ProviderMessage[]): Promise<number> {
  return db.$executeRaw`
    WITH said AS (
      SELECT receipt.provider, receipt.provider_id,
        min(receipt.at) AS first_at,
        min(receipt.at) FILTER (WHERE receipt.state = 'delivered' OR receipt.error_code = 'resend_complained') AS delivered_at,
        bool_or(receipt.state = 'failed') AS has_failed,
        max(receipt.error_code) FILTER (WHERE receipt.state = 'failed') AS error_code
      FROM unnest(${messages.map(({ provider }) => provider)}::text[], ${messages.map(({ providerId }) => providerId)}::text[])
             AS named (provider, provider_id)
      JOIN receipt ON receipt.provider = named.provider AND receipt.provider_id = named.provider_id
      GROUP BY receipt.provider, receipt.provider_id
    ), verdict AS (
      SELECT *, (CASE WHEN delivered_at IS NOT NULL THEN 'delivered' WHEN has_failed THEN 'failed' ELSE 'sent' END)::message_state AS state FROM said
    )
    UPDATE message SET
      state = verdict.state,
      error_code = CASE WHEN verdict.state = 'failed' THEN verdict.error_code END,
      sent_at = coalesce(message.sent_at, verdict.first_at),
      delivered_at = CASE WHEN verdict.state = 'delivered' THEN greatest(verdict.delivered_at, message.sent_at) END,
      claim_token = NULL
    FROM verdict
    WHERE message.provider = verdict.provider AND message.provider_id = verdict.provider_id
      AND (message.state IN ('sending', 'unknown')
        OR (message.state = 'sent' AND verdict.state <> 'sent')
        OR (message.state = 'failed' AND verdict.state = 'delivered'))`
}

const failure = z.object({ contactId: z.number(), errorCode: z.string() })

/**
 * The failures of messages, each with the contact it was sent to: unless that has another number or address by now, or was confirmed anew
 * since we heard of the failure.
 */
export async function findFailures(db: Db, messages: ProviderMessage[]): Promise<Array<z.infer<typeof failure>>> {
  const rows = await db.$queryRaw`
    SELECT contact.id AS "contactId", receipt.error_code AS "errorCode"
    FROM unnest(${messages.map(({ provider }) => provider)}::text[], ${messages.map(({ providerId }) => providerId)}::text[])
           AS named (provider, provider_id)
    JOIN receipt ON receipt.provider = named.provider AND receipt.provider_id = named.provider_id AND receipt.state = 'failed'
    JOIN message ON message.provider = named.provider AND message.provider_id = named.provider_id
    JOIN contact ON contact.id = message.contact_id AND contact.value = message.recipient
    WHERE receipt.error_code IS NOT NULL AND (contact.confirmed_at IS NULL OR contact.confirmed_at <= receipt.received_at)`
  return z.array(failure).parse(rows)
}

/** How many of these messages the ledger knows. */
export async function countKnown(db: Db, messages: ProviderMessage[]): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count
    FROM unnest(${messages.map(({ provider }) => provider)}::text[], ${messages.map(({ providerId }) => providerId)}::text[])
           AS named (provider, provider_id)
    JOIN message ON message.provider = named.provider AND message.provider_id = named.provider_id`
  return row.count
}
