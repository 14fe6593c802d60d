import { type Db, transaction } from '@/lib/db/client'
import type { NoticeKind } from '@/lib/db/generated/enums'
import type { OpenResult } from './notices'

/** Kinds that are told to whoever heard the earlier facts, and to nobody else. */
const FOR_THOSE_WHO_HEARD: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['changed', 'cancelled', 'extended', 'restored'])

interface DueNotice {
  id: number
  worksId: number
  kind: NoticeKind
  notAfter: Date
}

/** Takes a planned notice that is due, so that no other worker opens it too; null when there is nothing to take. */
async function takeNotice(db: Db, id: number, now: Date): Promise<DueNotice | null> {
  const { count } = await db.notice.updateMany({
    where: { id, state: 'planned', dueAt: { lte: now } },
    data: { state: 'open', openedAt: now },
  })
  if (count === 0) return null
  return db.notice.findUniqueOrThrow({ where: { id }, select: { id: true, worksId: true, kind: true, notAfter: true } })
}

/** One message for each confirmed contact of the affected points, and one for the call centre. */
function insertForAffected(db: Db, notice: DueNotice, now: Date): Promise<number> {
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at)
    SELECT ${notice.id}, contact.id, contact.channel, contact.language, ${now}, ${now}
    FROM contact
    WHERE contact.state = 'confirmed' AND contact.id IN (
      SELECT audience.contact_id
      FROM notice_window
      JOIN works_window ON works_window.id = notice_window.window_id
      JOIN affected_point ON affected_point.part_id = works_window.part_id
      JOIN service_point_audience audience ON audience.service_point_id = affected_point.service_point_id
      WHERE notice_window.notice_id = ${notice.id}
      UNION ALL
      SELECT subscription.contact_id FROM subscription WHERE subscription.role = 'call_centre'
    )
    ON CONFLICT (notice_id, contact_id) DO NOTHING`
}

/** One message for each contact that may have heard of these works, whatever has become of its subscriptions. */
function insertForThoseWhoHeard(db: Db, notice: DueNotice, now: Date): Promise<number> {
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at)
    SELECT ${notice.id}, contact.id, contact.channel, contact.language, ${now}, ${now}
    FROM contact
    WHERE contact.state = 'confirmed' AND contact.id IN (
      SELECT message.contact_id
      FROM notice JOIN message ON message.notice_id = notice.id
      WHERE notice.works_id = ${notice.worksId} AND notice.id <> ${notice.id} AND message.state IN ('sent', 'delivered', 'unknown')
    )
    ON CONFLICT (notice_id, contact_id) DO NOTHING`
}

async function isStillBeingSent(db: Db, noticeId: number): Promise<boolean> {
  const sending = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM notice
    JOIN notice other ON other.works_id = notice.works_id AND other.id <> notice.id
    JOIN message ON message.notice_id = other.id AND message.state = 'sending'
    WHERE notice.id = ${noticeId} LIMIT 1`
  return sending.length > 0
}

/**
 * Opens a notice that is due at `now`: its audience becomes messages in the ledger, in one statement.
 *
 * May be called any number of times, by any number of workers. What comes too late to be of use opens without messages. A notice for
 * those who heard waits until no earlier message is half sent.
 */
export function openNotice(id: number, now: Date): Promise<OpenResult> {
  return transaction(async (db) => {
    const planned = await db.notice.findUniqueOrThrow({ where: { id }, select: { kind: true } })
    const isForThoseWhoHeard = FOR_THOSE_WHO_HEARD.has(planned.kind)
    if (isForThoseWhoHeard && (await isStillBeingSent(db, id))) return { state: 'waiting' }
    const notice = await takeNotice(db, id, now)
    if (!notice) return { state: 'not_due' }
    if (notice.notAfter <= now) {
      await db.notice.update({ where: { id }, data: { state: 'skipped', skipReason: 'too_late' } })
      return { state: 'opened', messages: 0 }
    }
    const messages = await (isForThoseWhoHeard ? insertForThoseWhoHeard : insertForAffected)(db, notice, now)
    return { state: 'opened', messages }
  })
}
