import type { Db } from '@/lib/db/client'
import type { ImportCounts } from '@/lib/imports/imports'

/** What a file does not say of an account stays as it is. */
async function updateAccounts(db: Db, runId: number): Promise<number> {
  return db.$executeRaw`
    UPDATE account a
    SET service_point_id = next.service_point_id, meter_number = next.meter_number, eic_code = next.eic_code, holder_name = next.holder_name,
      active = next.active
    FROM (
      SELECT a.id, p.id AS service_point_id, coalesce(s.meter_number, a.meter_number) AS meter_number,
        CASE WHEN s.eic_code IS NULL THEN a.eic_code ELSE nullif(s.eic_code, '') END AS eic_code,
        coalesce(s.holder_name, a.holder_name) AS holder_name, coalesce(s.active, a.active) AS active
      FROM staging.account s
      JOIN account a USING (number)
      JOIN service_point p ON (p.service, p.code) = (s.service, s.service_point)
      WHERE s.run_id = ${runId}::int
    ) next
    WHERE a.id = next.id
      AND (a.service_point_id, a.meter_number, a.eic_code, a.holder_name, a.active)
        IS DISTINCT FROM (next.service_point_id, next.meter_number, next.eic_code, next.holder_name, next.active)`
}

/** The order makes the database finish looking for what is missing before it inserts: otherwise it may look through its own growing table. */
async function insertAccounts(db: Db, runId: number): Promise<number> {
  return db.$executeRaw`
    INSERT INTO account (service_point_id, number, meter_number, eic_code, holder_name, active)
    SELECT p.id, s.number, coalesce(s.meter_number, ''), nullif(s.eic_code, ''), coalesce(s.holder_name, ''), coalesce(s.active, true)
    FROM staging.account s
    JOIN service_point p ON (p.service, p.code) = (s.service, s.service_point)
    WHERE s.run_id = ${runId}::int AND NOT EXISTS (SELECT 1 FROM account a WHERE a.number = s.number)
    ORDER BY s.line`
}

/** Brings the staged accounts in. Other imports of accounts wait. */
export async function mergeAccounts(db: Db, runId: number, count: number): Promise<ImportCounts> {
  await db.$executeRaw`LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE`
  const changed = await updateAccounts(db, runId)
  const added = await insertAccounts(db, runId)
  await db.$executeRaw`ANALYZE account`
  return { new: added, changed, unchanged: count - added - changed }
}
