import { type Db, transaction } from '@/lib/db/client'
import { type FactsNotice, getChangeOfStageOrNull } from './heard-queries'
import { insertMessages, isForThoseWhoHeard } from './insert-messages'
import { isOvertaken } from './is-overtaken'
import { recordWordings } from './message-check/record-wordings'
import type { OpenResult } from './notices'

interface DueNotice extends FactsNotice {
  notAfter: Date
}

const FACTS = { id: true, worksId: true, version: true, kind: true, dueAt: true } as const

/** Keeps the works as they are until the transaction ends: whoever moves or cancels them waits, and then finds what was opened. */
async function holdWorks(db: Db, worksId: number): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM works WHERE id = ${worksId} FOR SHARE`
}

/** Takes a planned notice that is due, so that no other worker opens it too; null when there is nothing to take. */
async function takeNotice(db: Db, id: number, now: Date): Promise<DueNotice | null> {
  const { count } = await db.notice.updateMany({
    where: { id, state: 'planned', dueAt: { lte: now } },
    data: { state: 'open', openedAt: now },
  })
  if (count === 0) return null
  return db.notice.findUniqueOrThrow({ where: { id }, select: { ...FACTS, notAfter: true } })
}

/** Whether a message that decides who has heard is with a provider: one of an earlier version, or for a cancellation any. */
async function isStillBeingSent(db: Db, noticeId: number): Promise<boolean> {
  const sending = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM notice
    JOIN notice other ON other.works_id = notice.works_id AND (other.version < notice.version OR (notice.kind = 'cancelled' AND other.id <> notice.id))
    JOIN message ON message.notice_id = other.id AND message.state = 'sending'
    WHERE notice.id = ${noticeId} LIMIT 1`
  return sending.length > 0
}

/**
 * Opens a notice that is due at `now`: its audience becomes messages in the ledger, in one statement.
 *
 * May be called any number of times, by any number of workers: whoever takes the notice holds its row, and nobody else writes messages of it.
 * What comes too late to be of use, or together with a later stage of the same, opens without messages. Where it matters who has heard, it waits until no earlier message is half sent.
 */
export function openNotice(id: number, now: Date): Promise<OpenResult> {
  return transaction(async (db) => {
    const planned = await db.notice.findUniqueOrThrow({ where: { id }, select: FACTS })
    await holdWorks(db, planned.worksId)
    const isToHearers = isForThoseWhoHeard(planned.kind)
    const change = isToHearers ? null : await getChangeOfStageOrNull(db, planned)
    if ((isToHearers || change) && (await isStillBeingSent(db, id))) return { state: 'waiting' }
    const notice = await takeNotice(db, id, now)
    if (!notice) return { state: 'not_due' }
    const skipReason = notice.notAfter <= now ? 'too_late' : !isToHearers && (await isOvertaken(db, id, now)) ? 'overtaken' : null
    if (skipReason) {
      await db.notice.update({ where: { id }, data: { state: 'skipped', skipReason } })
      return { state: 'opened', messages: 0 }
    }
    const messages = await insertMessages(db, notice, change, now)
    await recordWordings(db, id)
    await db.notice.update({ where: { id }, data: { audience: messages } })
    return { state: 'opened', messages }
  })
}
