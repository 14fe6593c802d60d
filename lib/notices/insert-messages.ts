import { hears, IS_SELECTIVE, subscribersOf, type Telling } from '@/lib/contacts/audience'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { NoticeKind } from '@/lib/db/generated/enums'
import { type FactsNotice, heardBefore } from './heard-queries'
import { insertStandIns, unreachedOfThoseWhoHeard, unreachedSubscribers } from './insert-stand-ins'
import { sendAt } from './own-quiet-hours'
import { TOPICS_OF } from './topics-of'

const FOR_THOSE_WHO_HEARD: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['changed', 'cancelled', 'extended', 'restored'])

/** Whether a kind is told to whoever heard the earlier facts, and to nobody else. */
export const isForThoseWhoHeard = (kind: NoticeKind) => FOR_THOSE_WHO_HEARD.has(kind)

/** The parts whose windows a notice speaks of: named one by one, so that PostgreSQL can tell how many points they have. */
async function findPartIds(db: Db, noticeId: number): Promise<number[]> {
  const rows = await db.noticeWindow.findMany({ where: { noticeId }, select: { window: { select: { partId: true } } } })
  return [...new Set(rows.map((row) => row.window.partId))]
}

/** A notice that is opened, and the instant from which it is of no use. */
export interface OpenedNotice extends FactsNotice {
  notAfter: Date
}

/** The points of the parts that a notice speaks of, as a relation with `id`. */
async function pointsOf(db: Db, noticeId: number): Promise<Prisma.Sql> {
  const partIds = await findPartIds(db, noticeId)
  return Prisma.sql`(SELECT service_point_id AS id FROM affected_point WHERE part_id = ANY (${partIds}::int[]))`
}

/**
 * A query for the `contact_id` of whoever follows these points, but wants to hear nothing of this now: no subscription of theirs that is hit
 * brings it. Looks only at the few subscriptions that do not hear of everything.
 */
function deafTo(points: Prisma.Sql, telling: Telling): Prisma.Sql {
  const isHit = Prisma.sql`(subscription.service_point_id IN (SELECT id FROM ${points} point)
    OR subscription.address_id IN (SELECT address_id FROM service_point WHERE id IN (SELECT id FROM ${points} point)))`
  return Prisma.sql`
    SELECT subscription.contact_id FROM subscription
    WHERE ${IS_SELECTIVE} AND NOT ${hears(telling)} AND ${isHit}
    EXCEPT
    SELECT subscription.contact_id FROM subscription
    WHERE subscription.contact_id IN (SELECT subscription.contact_id FROM subscription WHERE ${IS_SELECTIVE} AND NOT ${hears(telling)})
      AND ${hears(telling)} AND ${isHit}`
}

/**
 * One message for each confirmed contact of the affected points that wants to hear of this, and one for the call centre; in the order of its indexes. Where the stage
 * falls due with a change, not for those who had heard: they hear of the change.
 */
async function insertForAffected(db: Db, notice: OpenedNotice, change: FactsNotice | null, now: Date): Promise<number> {
  const points = await pointsOf(db, notice.id)
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at)
    SELECT ${notice.id}, contact.id, contact.channel, contact.language, ${sendAt(now, notice.notAfter)}, ${now}
    FROM (
      ${subscribersOf(points, { topics: TOPICS_OF[notice.kind], now })}
      UNION
      SELECT contact_id FROM subscription WHERE role = 'call_centre'
    ) subscriber
    JOIN contact ON contact.id = subscriber.contact_id AND contact.state = 'confirmed'
    ${change ? Prisma.sql`WHERE contact.id NOT IN (${heardBefore({ ...change, id: notice.id })})` : Prisma.empty}
    ORDER BY contact.id`
}

/**
 * One message for each contact that may have heard of these works, also where it follows nothing any more, save where it wants to hear nothing of
 * this; a stand-in speaks of the same again.
 */
async function insertForThoseWhoHeard(db: Db, notice: OpenedNotice, now: Date): Promise<number> {
  const points = await pointsOf(db, notice.id)
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at, about_contact_id)
    SELECT ${notice.id}, contact.id, contact.channel, contact.language, ${sendAt(now, notice.notAfter)}, ${now}, heard.about_contact_id
    FROM (${heardBefore(notice)}) told (contact_id)
    JOIN contact ON contact.id = told.contact_id AND contact.state = 'confirmed'
    LEFT JOIN (
      SELECT message.contact_id, max(message.about_contact_id) AS about_contact_id
      FROM notice JOIN message ON message.notice_id = notice.id
      WHERE notice.works_id = ${notice.worksId} AND message.about_contact_id IS NOT NULL
      GROUP BY message.contact_id
    ) heard ON heard.contact_id = contact.id
    WHERE contact.id NOT IN (${deafTo(points, { topics: TOPICS_OF[notice.kind], now })})
    GROUP BY contact.id, heard.about_contact_id
    ORDER BY contact.id`
}

/**
 * Writes all messages of a notice that is opened at `now`, each person's once. `change` is the change at which a stage falls due, if it does: its
 * news is for those who had heard. Returns how many.
 */
export async function insertMessages(db: Db, notice: OpenedNotice, change: FactsNotice | null, now: Date): Promise<number> {
  if (isForThoseWhoHeard(notice.kind)) {
    const messages = await insertForThoseWhoHeard(db, notice, now)
    return messages + (await insertStandIns(db, notice, unreachedOfThoseWhoHeard(notice), null, now))
  }
  const messages = await insertForAffected(db, notice, change, now)
  return (
    messages + (await insertStandIns(db, notice, unreachedSubscribers(notice.id, { topics: TOPICS_OF[notice.kind], now }), change, now))
  )
}
