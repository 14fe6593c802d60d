import type { Db } from '@/lib/db/client'

async function rejectUnknownServicePoints(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT s.run_id, s.line, 'service_point', 'import_unknown_service_point'
    FROM staging.account s LEFT JOIN service_point p ON (p.service, p.code) = (s.service, s.service_point)
    WHERE s.run_id = ${runId}::int AND p.id IS NULL
    ON CONFLICT DO NOTHING`
}

async function rejectRepeated(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT s.run_id, s.line, 'number', 'import_repeats_line', jsonb_build_object('line', first.line)
    FROM (
      SELECT number, min(line) AS line FROM staging.account WHERE run_id = ${runId}::int GROUP BY 1 HAVING count(*) > 1
    ) first
    JOIN staging.account s USING (number)
    WHERE s.run_id = ${runId}::int AND s.line > first.line
    ON CONFLICT DO NOTHING`
}

/** Rejects the staged accounts that are wrong as a set: of an unknown service point, or repeating an earlier line. */
export async function checkAccounts(db: Db, runId: number, mayRepeat: boolean): Promise<void> {
  await db.$executeRaw`ANALYZE staging.account`
  await rejectUnknownServicePoints(db, runId)
  if (mayRepeat) await rejectRepeated(db, runId)
}
