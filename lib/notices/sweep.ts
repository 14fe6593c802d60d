import { sweepEnrolments } from '@/lib/contacts/enrol/sweep-enrolments'
import { forgetLetters } from '@/lib/contacts/letters/forget-letters'
import { type Db, database, transaction } from '@/lib/db/client'
import { forgetSalts } from '@/lib/works/supply-reports/queries'
import { balanceSenders } from './balance-senders'
import { closeNotices } from './close-notices'
import { fallBack } from './fall-back'
import { settleMessages } from './settle-messages'

/** What a sweep found to do. */
export interface SweepResult {
  settled: number
  expired: number
  fallenBack: number
  closed: number
}

/** Messages that nobody sent while they were of use. */
function expireMessages(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE message SET state = 'expired'
    FROM notice
    WHERE notice.id = message.notice_id AND notice.state = 'open' AND notice.not_after <= ${now} AND message.state = 'queued'`
}

/** Whom a message went to that was with a provider while its person was forgotten, once it is there no more (lib/self-service/delete-own-data.ts). */
async function forgetRecipients(db: Db): Promise<void> {
  await db.$executeRaw`
    WITH ended AS (
      DELETE FROM recipient_to_forget waiting USING message WHERE message.id = waiting.message_id AND message.state <> 'sending' RETURNING message.id
    )
    UPDATE message SET recipient = NULL FROM ended WHERE message.id = ended.id`
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

/**
 * Mends what time or a crash left behind: what hangs at a provider is settled, too late becomes `expired`, who was not reached is told by another
 * way, finished notices are closed, works move on, yesterday's salt and recipients who asked for it are forgotten, enrolments are asked about and dropped, traffic shifts away from
 * a bad sender. Run each minute, by any number of workers.
 */
export async function sweep(now: Date): Promise<SweepResult> {
  const settled = await settleMessages(now)
  const swept = await transaction(async (db) => {
    const expired = await expireMessages(db, now)
    const fallenBack = await fallBack(db, now)
    const closed = await closeNotices(db, now)
    await advanceWorks(db, now)
    await forgetSalts(db, now)
    await forgetRecipients(db)
    return { expired, fallenBack, closed }
  })
  await sweepEnrolments(now)
  await forgetLetters(database(), now)
  await balanceSenders(now)
  return { settled, ...swept }
}
