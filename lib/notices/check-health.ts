import { findPendingMigrations } from '@/lib/db/find-pending-migrations'
import { logger } from '@/lib/logger'
import { getOldestOverdue } from './get-oldest-overdue'

/** The sweep runs each minute: what has waited this long, in milliseconds, says that it does not. */
const TOO_LONG = 15 * 60_000

export interface Health {
  status: 'ok' | 'broken'
  database: 'reachable' | 'unreachable'
  /** Names of migrations that the database lacks. */
  pendingMigrations: string[]
  /** ISO instant since when the longest waiting message or notice has been due. */
  oldestOverdue: string | null
}

/** Whether this installation can do its work. Never throws. */
export async function checkHealth(now: Date): Promise<Health> {
  try {
    const pendingMigrations = await findPendingMigrations()
    const oldest = await getOldestOverdue(now)
    const isLate = oldest !== null && now.getTime() - oldest.getTime() > TOO_LONG
    const status = pendingMigrations.length > 0 || isLate ? 'broken' : 'ok'
    return { status, database: 'reachable', pendingMigrations, oldestOverdue: oldest?.toISOString() ?? null }
  } catch (error) {
    logger.error({ err: error }, 'health cannot be checked')
    return { status: 'broken', database: 'unreachable', pendingMigrations: [], oldestOverdue: null }
  }
}
