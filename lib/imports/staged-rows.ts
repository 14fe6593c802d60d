import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

/** Where the rows of a run wait until all of them are checked. */
const TABLES = {
  account: Prisma.sql`staging.account`,
  address: Prisma.sql`staging.address`,
  boundary: Prisma.sql`staging.boundary`,
  contact: Prisma.sql`staging.contact`,
  service_point: Prisma.sql`staging.service_point`,
}

export type StagingTable = keyof typeof TABLES

/** Takes the run's rejected rows out of staging. Returns how many rows remain. */
export async function dropRejectedRows(db: Db, table: StagingTable, runId: number): Promise<number> {
  await db.$executeRaw`
    DELETE FROM ${TABLES[table]} s USING staging.rejected_row r
    WHERE s.run_id = ${runId}::int AND r.run_id = s.run_id AND r.line = s.line`
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM ${TABLES[table]} WHERE run_id = ${runId}::int`
  return row.count
}

/** Empties staging of one run's rows, or of all. */
export async function clearStagedRows(db: Db, table: StagingTable, runId: number | 'all'): Promise<void> {
  if (runId === 'all') await db.$executeRaw`TRUNCATE ${TABLES[table]}`
  else await db.$executeRaw`DELETE FROM ${TABLES[table]} WHERE run_id = ${runId}::int`
}
