import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Db, database } from './client'

const MIGRATIONS = path.join(process.cwd(), 'prisma', 'migrations')

interface Applied {
  name: string
}

/** The names of this source's migrations that the database does not have yet. */
export async function findPendingMigrations(db: Db = database()): Promise<string[]> {
  const applied = await db.$queryRaw<Applied[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  const known = new Set(applied.map(({ name }) => name))
  const entries = await readdir(MIGRATIONS, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() && !known.has(entry.name) ? [entry.name] : [])).sort()
}
