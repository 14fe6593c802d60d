import type { Db } from '@/lib/db/client'

/** Takes the run's rejected rows out of staging. Returns how many rows remain. */
export async function dropRejectedServicePoints(db: Db, runId: number): Promise<number> {
  await db.$executeRaw`
    DELETE FROM staging.service_point s USING staging.rejected_row r
    WHERE s.run_id = ${runId}::int AND r.run_id = s.run_id AND r.line = s.line`
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM staging.service_point WHERE run_id = ${runId}::int`
  return row.count
}

/** Empties staging of one run's rows, or of all. */
export async function clearStagedServicePoints(db: Db, runId: number | 'all'): Promise<void> {
  if (runId === 'all') await db.$executeRaw`TRUNCATE staging.service_point`
  else await db.$executeRaw`DELETE FROM staging.service_point WHERE run_id = ${runId}::int`
}
