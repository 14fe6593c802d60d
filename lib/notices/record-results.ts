import type { SettleResult } from '@/lib/channels/channels'
import { judgeFailures } from '@/lib/contacts/judge-failures'
import { type Db, database, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { applyReceipts } from './apply-receipts'
import { blockSender } from './reserve-pace'

/** Whose results they are: the claim that the messages are held by, and the sender that was asked. */
export interface Claim {
  token: string
  sender: string
}

/**
 * Whether what a message says has changed since: its works were moved, cancelled or have ended, or one of its windows has another end. Then it
 * is not said any more. A message about windows that stay as they were is, also in the version before.
 */
const IS_STALE = Prisma.sql`(
  SELECT (works.state = 'cancelled' AND notice.kind <> 'cancelled') OR (works.state = 'ended' AND notice.kind <> 'restored')
    OR EXISTS (SELECT FROM notice later WHERE later.works_id = works.id AND later.version > notice.version AND later.kind = 'changed')
    OR EXISTS (
      SELECT FROM notice_window
      JOIN works_window spoken ON spoken.id = notice_window.window_id
      JOIN works_part ON works_part.id = spoken.part_id
      WHERE notice_window.notice_id = notice.id AND NOT EXISTS (
        SELECT FROM works_part current JOIN works_window same ON same.part_id = current.id
        WHERE current.works_id = works.id AND current.version = works.version AND current.position = works_part.position
          AND same.starts_at = spoken.starts_at AND same.ends_at = spoken.ends_at))
  FROM notice JOIN works ON works.id = notice.works_id WHERE notice.id = message.notice_id)`

/** Whoever is just changing works is waited for: what goes back into the queue meanwhile would be said as it was. */
async function holdWorksOf(db: Db, results: SettleResult[]): Promise<void> {
  const returning = results.filter(({ state }) => state === 'retry' || state === 'requeue').map(({ id }) => BigInt(id))
  if (returning.length === 0) return
  await db.$queryRaw`
    SELECT 1 FROM works
    WHERE id IN (SELECT works_id FROM notice JOIN message ON message.notice_id = notice.id WHERE message.id = ANY (${returning}::bigint[]))
    ORDER BY id FOR SHARE`
}

const codeOf = (result: SettleResult) => ('errorCode' in result ? result.errorCode : null)
const providerIdOf = (result: SettleResult) => ('providerId' in result ? result.providerId : null)
const waitOf = (result: SettleResult) => (result.state === 'retry' ? (result.waitSeconds ?? null) : null)

/**
 * A `retry` waits as long as the provider asked, or a minute, then twice as long each time, up to an hour. What is `unsettled` is asked about
 * after a minute: by then the provider has done with it.
 */
async function updateMessages(db: Db, { token, sender }: Claim, results: SettleResult[], now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE message SET
      state = CASE
        WHEN result.state IN ('retry', 'requeue') THEN CASE WHEN ${IS_STALE} THEN 'superseded' ELSE 'queued' END
        WHEN result.state = 'unsettled' THEN 'sending'
        ELSE result.state END::message_state,
      next_attempt_at = CASE
        WHEN result.wait IS NOT NULL THEN ${now}::timestamptz + result.wait * interval '1 second'
        WHEN result.state = 'requeue' THEN ${now}
        WHEN result.state = 'unsettled' THEN ${now}::timestamptz + interval '1 minute'
        WHEN result.state = 'retry' THEN ${now}::timestamptz + least(interval '1 minute' * power(2, least(attempt - 1, 6)), interval '1 hour')
        ELSE next_attempt_at END,
      provider = ${sender}, provider_id = result.provider_id, error_code = result.error_code,
      sent_at = CASE WHEN result.state IN ('sent', 'delivered') THEN ${now} ELSE sent_at END,
      delivered_at = CASE WHEN result.state = 'delivered' THEN ${now} ELSE delivered_at END,
      batch_key = CASE WHEN result.state IN ('retry', 'requeue') THEN NULL ELSE batch_key END,
      claim_token = NULL
    FROM unnest(${results.map(({ id }) => BigInt(id))}::bigint[], ${results.map(({ state }) => state)}::text[],
                ${results.map(providerIdOf)}::text[], ${results.map(codeOf)}::text[], ${results.map(waitOf)}::float8[])
           AS result (id, state, provider_id, error_code, wait)
    WHERE message.id = result.id AND message.claim_token = ${token}::uuid`
}

/** Faults of the provider, not of a number: what the balance between two senders looks at. */
async function countErrors(db: Db, sender: string, results: SettleResult[], now: Date): Promise<void> {
  const errors = results.filter(({ state }) => state === 'retry' || state === 'unsettled').length
  if (errors > 0) await db.senderError.create({ data: { sender, at: now, errors } })
}

/** What failures say of the contacts themselves: nobody is there any more, or wants to hear no more. */
async function judgeContacts(db: Db, results: SettleResult[], now: Date): Promise<void> {
  const dead = results.filter((result) => result.state === 'failed' && result.isContactDead)
  if (dead.length === 0) return
  const codes = new Map(dead.map((result) => [result.id, codeOf(result) ?? '']))
  const rows = await db.message.findMany({ where: { id: { in: [...codes.keys()].map(BigInt) } }, select: { id: true, contactId: true } })
  await judgeFailures(
    db,
    rows.map(({ id, contactId }) => ({ contactId, errorCode: codes.get(String(id)) ?? '' })),
    now,
  )
}

/** Writes down what became of claimed messages, all of it or nothing. What another worker has settled meanwhile stays as it is. */
export async function recordResults(claim: Claim, results: SettleResult[], now: Date): Promise<void> {
  if (results.length === 0) return
  await transaction(async (db) => {
    await holdWorksOf(db, results)
    await updateMessages(db, claim, results, now)
    await judgeContacts(db, results, now)
    await countErrors(db, claim.sender, results, now)
    const wait = Math.max(0, ...results.map((result) => waitOf(result) ?? 0))
    if (wait > 0) await blockSender(db, claim.sender, wait)
  })
  const named = results.flatMap((result) => ('providerId' in result ? [{ provider: claim.sender, providerId: result.providerId }] : []))
  await applyReceipts(database(), named, now)
}
