import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPublishWorks } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'
import { carryNotices } from './carry-notices'
import { summariseWorks } from './get-works-summary'
import { type MovedEnd, moveEnds } from './move-ends'
import { insertNotices } from './notice-queries'
import { planExtension } from './plan-extension'
import { getWorksForUpdate, type LockedWorks } from './queries'
import { readExtension } from './read-extension'
import { requireRunning } from './require-running'
import { toPlannedNotice } from './to-planned-notice'
import { getLastExtensionOrNull, getToldEndOrNull } from './told-end'
import type { PlannedNotice, StoredWindow, WorksSummary } from './works'

const extendInput = z.object({ reference: z.string(), until: z.string().trim().max(64) })
export type ExtendWorks = z.input<typeof extendInput>

/** The earliest end that somebody still takes for true, of any of these windows. */
async function getToldEnd(db: Db, worksId: number, windows: StoredWindow[]): Promise<Date | null> {
  const ends = await Promise.all(windows.map((window) => getToldEndOrNull(db, worksId, window)))
  const known = ends.flatMap((end) => end?.getTime() ?? [])
  return known.length > 0 ? new Date(Math.min(...known)) : null
}

async function planNewVersion(db: Db, utility: Utility, works: LockedWorks, moved: MovedEnd[], now: Date): Promise<PlannedNotice[]> {
  const newWindows = await moveEnds(db, works, moved)
  const ids = moved.map(({ windowId }) => windowId)
  const windows = ids.flatMap((id) => newWindows.get(id) ?? [])
  const drafts = planExtension(
    {
      windows,
      toldEnd: await getToldEnd(db, works.id, windows),
      lastToldAt: await getLastExtensionOrNull(db, works.id),
      isOwed: await carryNotices(db, works, newWindows, ids),
      quiet: { from: utility.quietFrom, to: utility.quietTo, zone: utility.zone },
    },
    now,
  )
  await insertNotices(db, works.id, works.version + 1, drafts)
  return drafts.map(toPlannedNotice)
}

/**
 * Lets running works last until `until`, as a new version with the same affected points.
 *
 * Those who had heard an earlier end hear `extended` (see planExtension), those who had not only the new one. Throws `not_found`, `conflict`
 * when the works are not running, and `bad_input` when `until` is past, or no later than what is announced.
 */
export async function extendWorks(actor: Actor, raw: ExtendWorks, now: Date): Promise<WorksSummary & { notices: PlannedNotice[] }> {
  requirePolicy(actor, canPublishWorks(actor))
  const { reference, until } = parseInput(extendInput, raw)
  return transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    const { running, parts } = await requireRunning(db, works, now)
    const utility = await getUtility(db)
    const end = readExtension(until, running, parts, utility.zone, now)
    const longer = running.filter((window) => window.end < end)
    if (longer.length === 0) throw badInput('extension_not_later', 'until')
    const moved = longer.map(({ id }) => ({ windowId: id, end }))
    const notices = await planNewVersion(db, utility, works, moved, now)
    await db.works.update({ where: { id: works.id }, data: { state: 'running' } })
    const extended: LockedWorks = { ...works, state: 'running', version: works.version + 1 }
    const before = { ends: longer.map((window) => window.end.toISOString()) }
    const after = { version: extended.version, until: end.toISOString() }
    await recordAudit(db, actor, { action: 'works.extend', subject: `works:${reference}`, before, after }, now)
    return { ...(await summariseWorks(db, extended, now)), notices }
  })
}
