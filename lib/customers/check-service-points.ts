import type { Db } from '@/lib/db/client'

/** Rejects the staged service points that repeat an earlier line; where `mayRepeat` is false none does. */
export async function checkServicePoints(db: Db, runId: number, mayRepeat: boolean): Promise<void> {
  if (!mayRepeat) return
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
