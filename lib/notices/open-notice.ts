import { subscribersOf } from '@/lib/contacts/audience'
import { type Db, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
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

/** The parts whose windows a notice speaks of: named one by one, so that PostgreSQL can tell how many points they have. */
async function findPartIds(db: Db, noticeId: number): Promise<number[]> {
  const rows = await db.noticeWindow.findMany({ where: { noticeId }, select: { window: { select: { partId: true } } } })
  return [...new Set(rows.map((row) => row.window.partId))]
}

/** One message for each confirmed contact of the affected points, and one for the call centre; in the order of its indexes. */
async function insertForAffected(db: Db, notice: DueNotice, now: Date): Promise<number> {
  const partIds = await findPartIds(db, notice.id)
  const points = Prisma.sql`(SELECT service_point_id AS id FROM affected_point WHERE part_id = ANY (${partIds}::int[]))`
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at)
    SELECT ${notice.id}, contact.id, contact.channel, contact.language, ${now}, ${now}
    FROM (
      ${subscribersOf(points)}
      UNION
      SELECT contact_id FROM subscription WHERE role = 'call_centre'
    ) subscriber
    JOIN contact ON contact.id = subscriber.contact_id AND contact.state = 'confirmed'
    ORDER BY contact.id`
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
    ORDER BY contact.id`
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
 * May be called any number of times, by any number of workers: whoever takes the notice holds its row, and nobody else writes messages of it. What comes too late to be of use opens without messages. A notice for
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
