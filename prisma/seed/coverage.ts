import { takeDueCoverageSnapshot } from '@/lib/coverage/take-coverage-snapshot'
import { transaction } from '@/lib/db/client'

/** Weeks of history, a point each fortnight. */
const WEEKS = 52

/**
 * Counts the demo's coverage of today, and of each fortnight of the last year as its contacts were confirmed then. A second time it changes
 * nothing.
 */
export async function seedDemoCoverage(now: Date): Promise<void> {
  await takeDueCoverageSnapshot(now)
  await transaction(async (db) => {
    await db.$executeRaw`
      INSERT INTO coverage_snapshot (day, taken_at)
      SELECT at::date, at FROM generate_series(${now}::timestamptz - make_interval(weeks => ${WEEKS}::int), ${now}::timestamptz - interval '1 week', interval '2 weeks') AS at
      ON CONFLICT DO NOTHING`
    await db.$executeRaw`
      WITH confirmed AS (
        SELECT subscription.account_id, subscription.address_id, min(contact.confirmed_at) AS any_at,
               min(contact.confirmed_at) FILTER (WHERE contact.channel = 'sms') AS sms_at,
               min(contact.confirmed_at) FILTER (WHERE contact.channel = 'email') AS email_at,
               min(contact.confirmed_at) FILTER (WHERE contact.channel IN ('telegram', 'viber')) AS chat_at
        FROM subscription JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
        GROUP BY subscription.account_id, subscription.address_id
      ), reach AS MATERIALIZED (
        SELECT street.municipality_id, address.district, service_point.service, least(own.any_at, here.any_at) AS any_at,
               least(own.sms_at, here.sms_at) AS sms_at, least(own.email_at, here.email_at) AS email_at, least(own.chat_at, here.chat_at) AS chat_at
        FROM account
        JOIN service_point ON service_point.id = account.service_point_id
        JOIN address ON address.id = service_point.address_id
        JOIN street ON street.id = address.street_id
        LEFT JOIN confirmed own ON own.account_id = account.id
        LEFT JOIN confirmed here ON here.address_id = address.id
        WHERE account.active
      )
      INSERT INTO coverage_day (day, municipality_id, district, service, accounts, with_sms, with_email, with_chat, with_any)
      SELECT snapshot.day, municipality_id, district, service, count(*), count(*) FILTER (WHERE sms_at < snapshot.taken_at),
             count(*) FILTER (WHERE email_at < snapshot.taken_at), count(*) FILTER (WHERE chat_at < snapshot.taken_at),
             count(*) FILTER (WHERE any_at < snapshot.taken_at)
      FROM coverage_snapshot snapshot CROSS JOIN reach
      WHERE snapshot.taken_at < ${now}::timestamptz - interval '1 day'
      GROUP BY snapshot.day, municipality_id, district, service
      ON CONFLICT DO NOTHING`
  })
}
