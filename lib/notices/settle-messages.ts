import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Sender, SettleResult, UnsettledMessage } from '@/lib/channels/channels'
import { type Db, database } from '@/lib/db/client'
import { logger } from '@/lib/logger'
import { currentSenders } from './current-senders'
import { recordResults } from './record-results'
import { toOutgoing } from './to-outgoing'

/** A claim older than this, in milliseconds, belongs to a worker that died: a batch takes seconds, a call at most thirty. */
const DEAD_CLAIM = 5 * 60_000
/** So many are settled in one go. */
const BATCH = 500

const unsettled = z.object({
  id: z.bigint(),
  provider: z.string(),
  contactId: z.number(),
  noticeId: z.number(),
  channel: z.enum(['sms', 'email', 'telegram', 'viber']),
  language: z.string(),
  to: z.string(),
  subject: z.string().nullable(),
  text: z.string(),
  segments: z.number().nullable(),
  batchKey: z.string().nullable(),
  claimedAt: z.date(),
  notAfter: z.date(),
  isCallCentre: z.boolean(),
})
type Unsettled = z.infer<typeof unsettled>

/**
 * Takes what nobody holds any more; those of one request always together. `claimed_at` stays: it says when the call was made, however often one
 * asks about it. While a message is `sending`, `next_attempt_at` says since when it is being asked about, or when to ask (again).
 */
async function takeUnsettled(db: Db, token: string, now: Date): Promise<Unsettled[]> {
  const rows = await db.$queryRaw`
    WITH lost AS (
      SELECT id, provider, batch_key FROM message
      WHERE state = 'sending' AND claimed_at <= ${now}
        AND (claim_token IS NULL AND next_attempt_at <= ${now} OR greatest(claimed_at, next_attempt_at) <= ${new Date(now.getTime() - DEAD_CLAIM)})
      ORDER BY claimed_at, batch_key, id LIMIT ${BATCH}
    ), held AS (
      SELECT id FROM message
      WHERE state = 'sending' AND (id IN (SELECT id FROM lost) OR (provider, batch_key) IN (SELECT provider, batch_key FROM lost))
      FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE message SET claim_token = ${token}::uuid, next_attempt_at = ${now} FROM held WHERE message.id = held.id
      RETURNING message.*
    )
    SELECT taken.id, taken.provider, taken.contact_id AS "contactId", taken.notice_id AS "noticeId", taken.channel::text AS channel, taken.language, taken.recipient AS "to",
           taken.subject, taken.text, taken.segments, taken.batch_key AS "batchKey", taken.claimed_at AS "claimedAt", notice.not_after AS "notAfter",
           taken.contact_id IN (SELECT contact_id FROM subscription WHERE role = 'call_centre') AS "isCallCentre"
    FROM taken JOIN notice ON notice.id = taken.notice_id
    ORDER BY taken.id`
  return z.array(unsettled).parse(rows)
}

/** When it was taken on the provider's clock: the demo's may have been moved since. */
const realClaimedAt = (message: Unsettled, now: Date) => new Date(Date.now() - (now.getTime() - message.claimedAt.getTime()))

async function settleOfOne(sender: Sender | undefined, messages: Unsettled[], now: Date): Promise<SettleResult[]> {
  if (!sender) return messages.map(({ id }) => ({ id: String(id), state: 'unknown', errorCode: 'sender_not_configured' }))
  const wasNeverCalled = (message: Unsettled) => !sender.canSettle && message.batchKey === null
  const asked = messages
    .filter((message) => !wasNeverCalled(message))
    .map((message): UnsettledMessage => ({ ...toOutgoing(message, now), claimedAt: realClaimedAt(message, now) }))
  const isKnown = async (providerId: string) => (await database().message.count({ where: { provider: sender.name, providerId } })) > 0
  const requeued = messages.filter(wasNeverCalled).map(({ id }): SettleResult => ({ id: String(id), state: 'requeue' }))
  return [...requeued, ...(asked.length > 0 ? await sender.settle(asked, isKnown) : [])]
}

/**
 * Finds out what became of messages whose worker died, or whose call was never answered: each is adopted, sent once more where that cannot
 * double it, or `unknown`. Never blindly sent again. Returns how many it looked at.
 */
export async function settleMessages(now: Date): Promise<number> {
  const senders = Object.values(await currentSenders()).flat()
  let settled = 0
  for (;;) {
    const token = randomUUID()
    const messages = await takeUnsettled(database(), token, now)
    if (messages.length === 0) return settled
    for (const name of new Set(messages.map((message) => message.provider))) {
      const own = messages.filter((message) => message.provider === name)
      const results = await settleOfOne(
        senders.find((sender) => sender.name === name),
        own,
        now,
      )
      await recordResults({ token, sender: name }, results, now)
      logger.warn(
        { sender: name, messages: own.length, unknown: results.filter(({ state }) => state === 'unknown').length },
        'messages settled',
      )
    }
    settled += messages.length
  }
}
