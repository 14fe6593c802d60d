import type { Db } from '@/lib/db/client'
import { ACCOUNT_REACH } from './reach'

/** Cells a degree: each is about 280 m high, and 200 m wide in Piedmont. */
export const CELLS = 400

/** Lets nobody else take a snapshot until the transaction ends; readers go on reading the one before. */
export async function lockSnapshots(db: Db): Promise<void> {
  await db.$executeRaw`LOCK TABLE coverage_cell IN EXCLUSIVE MODE`
}

export async function hasSnapshot(db: Db, day: string): Promise<boolean> {
  return (await db.coverageSnapshot.count({ where: { day: new Date(day) } })) > 0
}

/**
 * Counts every account once and writes the day's counts by municipality, quarter and service, and the cells of the map: one statement, whose
 * groups are a few thousand rows for a million accounts.
 */
export async function insertSnapshot(db: Db, day: string, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO coverage_snapshot (day, taken_at) VALUES (${day}::date, ${now}) ON CONFLICT (day) DO UPDATE SET taken_at = EXCLUDED.taken_at`
  await db.$executeRaw`DELETE FROM coverage_day WHERE day = ${day}::date`
  await db.$executeRaw`DELETE FROM coverage_cell`
  await db.$executeRaw`
    WITH counted AS MATERIALIZED (
      SELECT coalesce(street.municipality_id, 0) AS municipality_id, coalesce(address.district, '') AS district, reach.service,
             floor(ST_X(reach.geom) * ${CELLS}::int)::int AS x, floor(ST_Y(reach.geom) * ${CELLS}::int)::int AS y,
             count(*)::int AS accounts, count(*) FILTER (WHERE sms)::int AS with_sms, count(*) FILTER (WHERE email)::int AS with_email,
             count(*) FILTER (WHERE chat)::int AS with_chat, count(*) FILTER (WHERE sms OR email OR chat)::int AS with_any
      FROM (${ACCOUNT_REACH}) reach
      LEFT JOIN address ON address.id = reach.address_id
      LEFT JOIN street ON street.id = address.street_id
      GROUP BY 1, 2, 3, 4, 5
    ), by_day AS (
      INSERT INTO coverage_day (day, municipality_id, district, service, accounts, with_sms, with_email, with_chat, with_any)
      SELECT ${day}::date, municipality_id, district, service, sum(accounts), sum(with_sms), sum(with_email), sum(with_chat), sum(with_any)
      FROM counted GROUP BY municipality_id, district, service
    )
    INSERT INTO coverage_cell (x, y, service, accounts, with_any)
    SELECT x, y, service, sum(accounts), sum(with_any) FROM counted GROUP BY x, y, service`
}
