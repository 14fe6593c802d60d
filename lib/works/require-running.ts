import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { findWindowsByPart, type LockedWorks } from './queries'
import { runningWindows } from './running-windows'
import type { StoredWindow } from './works'

function conflict(works: LockedWorks, reason: string): AppError {
  return new AppError('conflict', { field: 'reference', reason, params: { reference: works.reference } })
}

const hasBegun = (parts: StoredWindow[][], now: Date) => parts.some((windows) => windows.some(({ start }) => start < now))

/** Whether people were told, or are about to be, that supply is back after these windows. */
async function isRestored(db: Db, windows: StoredWindow[]): Promise<boolean> {
  const restored = await db.notice.count({
    where: { kind: 'restored', windows: { some: { windowId: { in: windows.map(({ id }) => id) } } } },
  })
  return restored > 0
}

/**
 * The windows in which works are interrupting supply, part by part, and all windows they have.
 *
 * Throws `conflict` when they have not begun, are cancelled, ended half a day ago or more, or supply is back already.
 */
export async function requireRunning(db: Db, works: LockedWorks, now: Date): Promise<{ running: StoredWindow[]; parts: StoredWindow[][] }> {
  if (works.state === 'cancelled') throw conflict(works, 'works_cancelled')
  const parts = await findWindowsByPart(db, works.id, works.version)
  const isPublished = works.state !== 'draft' && works.state !== 'in_approval'
  if (!isPublished || !hasBegun(parts, now)) throw conflict(works, 'works_not_begun')
  const running = runningWindows(parts, now)
  if (running.length === 0) throw conflict(works, 'works_ended')
  if (await isRestored(db, running)) throw conflict(works, 'supply_is_back')
  return { running, parts }
}
