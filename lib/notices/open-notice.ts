import { subscribersOf } from '@/lib/contacts/audience'
import { type Db, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { NoticeKind } from '@/lib/db/generated/enums'
import { type FactsNotice, getChangeOfStageOrNull, heardBefore } from './heard-queries'
import type { OpenResult } from './notices'

/** Kinds that are told to whoever heard the earlier facts, and to nobody else. */
const FOR_THOSE_WHO_HEARD: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['changed', 'cancelled', 'extended', 'restored'])

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

/** The parts whose windows a notice speaks of: named one by one, so that PostgreSQL can tell how many points they have. */
async function findPartIds(db: Db, noticeId: number): Promise<number[]> {
  const rows = await db.noticeWindow.findMany({ where: { noticeId }, select: { window: { select: { partId: true } } } })
  return [...new Set(rows.map((row) => row.window.partId))]
}

/**
 * One message for each confirmed contact of the affected points, and one for the call centre; in the order of its indexes. Where the stage
 * falls due with a change, not for those who had heard: they hear of the change.
 */
async function insertForAffected(db: Db, notice: DueNotice, change: FactsNotice | null, now: Date): Promise<number> {
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
    ${change ? Prisma.sql`WHERE contact.id NOT IN (${heardBefore({ ...change, id: notice.id })})` : Prisma.empty}
    ORDER BY contact.id`
}

/** Who asked to hear but can no longer be reached there is told by the next verified contact of the same person, if that is not told anyway. */
async function insertStandIns(db: Db, notice: DueNotice, change: FactsNotice | null, now: Date): Promise<number> {
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at, about_contact_id)
    SELECT DISTINCT ON (stand_in.id) ${notice.id}, stand_in.id, stand_in.channel, stand_in.language, ${now}, ${now}, unreached.id
    FROM contact unreached
    CROSS JOIN LATERAL (
      SELECT id, channel, language FROM contact
      WHERE contact.person_id = unreached.person_id AND contact.state = 'confirmed'
      ORDER BY contact.id LIMIT 1
    ) stand_in
    WHERE unreached.state = 'unreachable'
      AND EXISTS (
        SELECT FROM subscription
        LEFT JOIN account ON account.id = subscription.account_id
        JOIN service_point ON service_point.id = subscription.service_point_id OR service_point.address_id = subscription.address_id
        JOIN affected_point ON affected_point.service_point_id = service_point.id
        JOIN works_window ON works_window.part_id = affected_point.part_id
        JOIN notice_window ON notice_window.window_id = works_window.id
        WHERE subscription.contact_id = unreached.id AND account.active IS NOT FALSE AND notice_window.notice_id = ${notice.id}
      )
      AND NOT EXISTS (
        SELECT FROM message JOIN contact ON contact.id = message.contact_id
        WHERE message.notice_id = ${notice.id} AND contact.person_id = unreached.person_id
      )
      ${change ? Prisma.sql`AND stand_in.id NOT IN (${heardBefore({ ...change, id: notice.id })})` : Prisma.empty}
    ORDER BY stand_in.id, unreached.id
    ON CONFLICT DO NOTHING`
}

/** One message for each contact that may have heard of these works, whatever has become of its subscriptions; a stand-in speaks of the same again. */
function insertForThoseWhoHeard(db: Db, notice: DueNotice, now: Date): Promise<number> {
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at, about_contact_id)
    SELECT ${notice.id}, contact.id, contact.channel, contact.language, ${now}, ${now}, heard.about_contact_id
    FROM (${heardBefore(notice)}) told (contact_id)
    JOIN contact ON contact.id = told.contact_id AND contact.state = 'confirmed'
    LEFT JOIN (
      SELECT message.contact_id, max(message.about_contact_id) AS about_contact_id
      FROM notice JOIN message ON message.notice_id = notice.id
      WHERE notice.works_id = ${notice.worksId} AND message.about_contact_id IS NOT NULL
      GROUP BY message.contact_id
    ) heard ON heard.contact_id = contact.id
    GROUP BY contact.id, heard.about_contact_id
    ORDER BY contact.id`
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
 * What comes too late to be of use opens without messages. Where it matters who has heard, it waits until no earlier message is half sent.
 */
export function openNotice(id: number, now: Date): Promise<OpenResult> {
  return transaction(async (db) => {
    const planned = await db.notice.findUniqueOrThrow({ where: { id }, select: FACTS })
    await holdWorks(db, planned.worksId)
    const isForThoseWhoHeard = FOR_THOSE_WHO_HEARD.has(planned.kind)
    const change = isForThoseWhoHeard ? null : await getChangeOfStageOrNull(db, planned)
    if ((isForThoseWhoHeard || change) && (await isStillBeingSent(db, id))) return { state: 'waiting' }
    const notice = await takeNotice(db, id, now)
    if (!notice) return { state: 'not_due' }
    if (notice.notAfter <= now) {
      await db.notice.update({ where: { id }, data: { state: 'skipped', skipReason: 'too_late' } })
      return { state: 'opened', messages: 0 }
    }
    const messages = isForThoseWhoHeard
      ? await insertForThoseWhoHeard(db, notice, now)
      : (await insertForAffected(db, notice, change, now)) + (await insertStandIns(db, notice, change, now))
    await db.notice.update({ where: { id }, data: { audience: messages } })
    return { state: 'opened', messages }
  })
}
