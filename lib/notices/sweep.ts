import { type Db, transaction } from '@/lib/db/client'

/** A claim older than this, in milliseconds, belongs to a worker that died: a batch takes seconds. */
const DEAD_CLAIM = 5 * 60_000

/** What a sweep found to do. */
export interface SweepResult {
  expired: number
  freed: number
  closed: number
}

/** Messages that nobody sent while they were of use. */
function expireMessages(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE message SET state = 'expired'
    FROM notice
    WHERE notice.id = message.notice_id AND notice.state = 'open' AND notice.not_after <= ${now} AND message.state = 'queued'`
}

/** Batches of dead workers go back into the queue: the outbox, where a second writing is the same row, is the only channel that needs no more. */
function freeDeadClaims(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE message SET state = 'queued', claim_token = NULL, next_attempt_at = ${now}
    WHERE state = 'sending' AND claimed_at < ${new Date(now.getTime() - DEAD_CLAIM)}`
}

/** A notice is done when none of its messages is on its way any more. */
function closeNotices(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE notice SET state = 'done', done_at = ${now}
    WHERE state = 'open' AND NOT EXISTS (
      SELECT FROM message WHERE message.notice_id = notice.id AND message.state IN ('queued', 'sending')
    )`
}

/** Works run while one of their windows lies ahead or is open, and have ended after the last. */
async function advanceWorks(db: Db, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE works SET state = (CASE WHEN span.ends_at <= ${now} THEN 'ended' ELSE 'running' END)::works_state
    FROM (
      SELECT works_part.works_id, works_part.version, min(starts_at) AS starts_at, max(ends_at) AS ends_at
      FROM works_part JOIN works_window ON works_window.part_id = works_part.id
      GROUP BY works_part.works_id, works_part.version
    ) span
    WHERE works.state IN ('published', 'running') AND span.works_id = works.id AND span.version = works.version AND span.starts_at <= ${now}
      AND works.state <> (CASE WHEN span.ends_at <= ${now} THEN 'ended' ELSE 'running' END)::works_state`
}

/** Mends what time or a crash left behind: too late becomes `expired`, dead claims are freed, finished notices closed, works move on. */
export function sweep(now: Date): Promise<SweepResult> {
  return transaction(async (db) => {
    const freed = await freeDeadClaims(db, now)
    const expired = await expireMessages(db, now)
    const closed = await closeNotices(db, now)
    await advanceWorks(db, now)
    return { expired, freed, closed }
  })
}
