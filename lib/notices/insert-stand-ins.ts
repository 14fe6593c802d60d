import { hears, type Telling } from '@/lib/contacts/audience'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { type FactsNotice, heardBefore } from './heard-queries'
import { sendAt } from './own-quiet-hours'

/** Whether a contact hears of everything that it follows at the moment, and so may speak for another one, too. */
export function isAwake(now: Date): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM subscription WHERE subscription.contact_id = contact.id AND subscription.paused_until > ${now})`
}

/** A query for who asked to hear of a notice's windows but can no longer be reached there: `id`, `person_id`, and whose addresses these are. */
export function unreachedSubscribers(noticeId: number, telling: Telling): Prisma.Sql {
  return Prisma.sql`
    SELECT contact.id, contact.person_id, contact.id AS about_id
    FROM contact
    WHERE contact.state = 'unreachable' AND EXISTS (
      SELECT FROM subscription
      LEFT JOIN account ON account.id = subscription.account_id
      JOIN service_point ON service_point.id = subscription.service_point_id OR service_point.address_id = subscription.address_id
      JOIN affected_point ON affected_point.service_point_id = service_point.id
      JOIN works_window ON works_window.part_id = affected_point.part_id
      JOIN notice_window ON notice_window.window_id = works_window.id
      WHERE subscription.contact_id = contact.id AND ${hears(telling)} AND account.active IS NOT FALSE AND notice_window.notice_id = ${noticeId}
    )`
}

/** The same of who heard the earlier facts. */
export function unreachedOfThoseWhoHeard(notice: FactsNotice): Prisma.Sql {
  return Prisma.sql`
    SELECT contact.id, contact.person_id, coalesce(max(message.about_contact_id), contact.id) AS about_id
    FROM contact
    JOIN message ON message.contact_id = contact.id
    JOIN notice ON notice.id = message.notice_id AND notice.works_id = ${notice.worksId}
    WHERE contact.state = 'unreachable' AND contact.id IN (${heardBefore(notice)})
    GROUP BY contact.id`
}

/**
 * Who can no longer be reached is told by the next verified contact of the same person, if that person is not told anyway; not by one for which
 * something is paused.
 */
export async function insertStandIns(
  db: Db,
  notice: FactsNotice & { notAfter: Date },
  unreached: Prisma.Sql,
  change: FactsNotice | null,
  now: Date,
): Promise<number> {
  return db.$executeRaw`
    INSERT INTO message (notice_id, contact_id, channel, language, next_attempt_at, created_at, about_contact_id)
    SELECT DISTINCT ON (stand_in.id) ${notice.id}, stand_in.id, stand_in.channel, stand_in.language, stand_in.send_at, ${now}, unreached.about_id
    FROM (${unreached}) unreached
    CROSS JOIN LATERAL (
      SELECT id, channel, language, ${sendAt(now, notice.notAfter)} AS send_at FROM contact
      WHERE contact.person_id = unreached.person_id AND contact.state = 'confirmed' AND ${isAwake(now)}
      ORDER BY contact.id LIMIT 1
    ) stand_in
    WHERE NOT EXISTS (
        SELECT FROM message JOIN contact ON contact.id = message.contact_id
        WHERE message.notice_id = ${notice.id} AND contact.person_id = unreached.person_id
      )
      ${change ? Prisma.sql`AND NOT EXISTS (SELECT FROM (${heardBefore({ ...change, id: notice.id })}) heard WHERE heard.contact_id IN (stand_in.id, unreached.id))` : Prisma.empty}
    ORDER BY stand_in.id, unreached.id
    ON CONFLICT DO NOTHING`
}
