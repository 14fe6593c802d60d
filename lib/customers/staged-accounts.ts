import type { Db } from '@/lib/db/client'

/** Takes the run's rejected rows out of staging. Returns how many rows remain. */
export async function dropRejectedAccounts(db: Db, runId: number): Promise<number> {
  await db.$executeRaw`
    DELETE FROM staging.account s USING staging.rejected_row r
    WHERE s.run_id = ${runId}::int AND r.run_id = s.run_id AND r.line = s.line`
  const [row] = await db.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM staging.account WHERE run_id = ${runId}::int`
  return row.count
}

/** Empties staging of one run's rows, or of all. */
export async function clearStagedAccounts(db: Db, runId: number | 'all'): Promise<void> {
  if (runId === 'all') await db.$executeRaw`TRUNCATE staging.account`
  else await db.$executeRaw`DELETE FROM staging.account WHERE run_id = ${runId}::int`
}
