import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPublishWorks } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { getUtility } from '@/lib/utility/queries'
import { carryNotices } from './carry-notices'
import { summariseWorks } from './get-works-summary'
import { moveEnds } from './move-ends'
import { insertNotices } from './notice-queries'
import type { NoticeDraft } from './plan-notices'
import { getWorksForUpdate, type LockedWorks } from './queries'
import { soonestOutsideQuietHours } from './quiet-hours'
import { requireRunning } from './require-running'
import { toPlannedNotice } from './to-planned-notice'
import type { PlannedNotice, StoredWindow, WorksSummary } from './works'

const restoreInput = z.object({ reference: z.string() })
export type RestoreWorks = z.input<typeof restoreInput>

/** That supply is back is news for so many milliseconds; then everybody has seen it. */
const NEWS = 4 * 3_600_000
const HALF_A_DAY = 12 * 3_600_000

/** In quiet hours people sleep, and hear of it in the morning. */
async function planReturn(db: Db, windows: StoredWindow[], now: Date): Promise<NoticeDraft> {
  const { quietFrom, quietTo, zone } = await getUtility(db)
  const dueAt = soonestOutsideQuietHours(now, { from: quietFrom, to: quietTo, zone }, new Date(now.getTime() + HALF_A_DAY))
  return { kind: 'restored', dueAt, notAfter: new Date(dueAt.getTime() + NEWS), windows, skipReason: null }
}

async function endNow(db: Db, works: LockedWorks, running: StoredWindow[], now: Date): Promise<PlannedNotice[]> {
  const moved = running.map((window) => ({ windowId: window.id, end: window.end < now ? window.end : now }))
  const newWindows = await moveEnds(db, works, moved)
  const ids = running.map(({ id }) => id)
  await carryNotices(db, works, newWindows, ids)
  const restored = await planReturn(
    db,
    ids.flatMap((id) => newWindows.get(id) ?? []),
    now,
  )
  await insertNotices(db, works.id, works.version + 1, [restored])
  return [toPlannedNotice(restored)]
}

/**
 * Says that supply is back: the running windows end now, as a new version, and those who had heard of them hear `restored`. Nothing else is
 * told of them any more, and the works have ended unless they have windows to come, whose notices stay planned.
 *
 * Throws `not_found`, or `conflict` when the works are not running or supply is back already.
 */
export async function restoreWorks(actor: Actor, raw: RestoreWorks, now: Date): Promise<WorksSummary & { notices: PlannedNotice[] }> {
  requirePolicy(actor, canPublishWorks(actor))
  const { reference } = parseInput(restoreInput, raw)
  return transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    const { running, parts } = await requireRunning(db, works, now)
    const notices = await endNow(db, works, running, now)
    const state = parts.flat().some(({ start }) => start >= now) ? 'running' : 'ended'
    await db.works.update({ where: { id: works.id }, data: { state } })
    const restored: LockedWorks = { ...works, state, version: works.version + 1 }
    const before = { ends: running.map(({ end }) => end.toISOString()) }
    await recordAudit(
      db,
      actor,
      { action: 'works.restore', subject: `works:${reference}`, before, after: { version: restored.version } },
      now,
    )
    return { ...(await summariseWorks(db, restored, now)), notices }
  })
}
