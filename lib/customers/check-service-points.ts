import type { Db } from '@/lib/db/client'

async function rejectUnknownNumbers(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT run_id, line, 'number', 'import_unknown_number' FROM staging.service_point
    WHERE run_id = ${runId}::int AND street_id IS NOT NULL AND address_id IS NULL
    ON CONFLICT DO NOTHING`
}

async function rejectRepeated(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT s.run_id, s.line, 'code', 'import_repeats_line', jsonb_build_object('line', first.line)
    FROM (
      SELECT service, code, min(line) AS line FROM staging.service_point
      WHERE run_id = ${runId}::int GROUP BY 1, 2 HAVING count(*) > 1
    ) first
    JOIN staging.service_point s USING (service, code)
    WHERE s.run_id = ${runId}::int AND s.line > first.line
    ON CONFLICT DO NOTHING`
}

/** Rejects the staged service points that are wrong beside others: at a number that their street does not have, or repeating an earlier line. */
export async function checkServicePoints(db: Db, runId: number, mayRepeat: boolean): Promise<void> {
  await db.$executeRaw`ANALYZE staging.service_point`
  await rejectUnknownNumbers(db, runId)
  if (mayRepeat) await rejectRepeated(db, runId)
}
