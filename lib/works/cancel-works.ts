import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPublishWorks } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'
import { getUtility } from '@/lib/utility/queries'
import { summariseWorks } from './get-works-summary'
import { insertNotices, supersedeUnsent } from './notice-queries'
import { findWindowsByPart, getWorksForUpdate, type LockedWorks } from './queries'
import { soonestOutsideQuietHours } from './quiet-hours'
import type { StoredWindow, WorksSummary } from './works'

const cancelInput = z.object({ reference: z.string(), reason: line(3, 500) })
export type CancelWorks = z.input<typeof cancelInput>

function requireCancellable(works: LockedWorks, lastEnd: Date, now: Date): void {
  const hasEnded = works.state === 'ended' || (works.state !== 'draft' && lastEnd <= now)
  if (works.state !== 'cancelled' && !hasEnded) return
  const reason = works.state === 'cancelled' ? 'works_cancelled' : 'works_ended'
  throw new AppError('conflict', { field: 'reference', reason, params: { reference: works.reference } })
}

/** Plans the notice for those who had heard; whoever they are is asked when it is opened. */
async function planCancellation(db: Db, works: LockedWorks, windows: StoredWindow[], notAfter: Date, now: Date): Promise<void> {
  const { quietFrom, quietTo, zone } = await getUtility(db)
  const dueAt = soonestOutsideQuietHours(now, { from: quietFrom, to: quietTo, zone }, notAfter)
  await insertNotices(db, works.id, works.version, [{ kind: 'cancelled', dueAt, notAfter, windows, skipReason: null }])
}

/**
 * Cancels works and tells exactly those who already heard of them, out of quiet hours where that is still of use.
 *
 * What was not sent becomes `superseded`. Throws `not_found`, `forbidden`, or `conflict` when the works have ended or are cancelled.
 */
export async function cancelWorks(actor: Actor, raw: CancelWorks, now: Date): Promise<WorksSummary> {
  requirePolicy(actor, canPublishWorks(actor))
  const { reference, reason } = parseInput(cancelInput, raw)
  return transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    const windows = (await findWindowsByPart(db, works.id, works.version)).flat()
    const lastEnd = new Date(Math.max(...windows.map((window) => window.end.getTime())))
    requireCancellable(works, lastEnd, now)
    await supersedeUnsent(db, works.id)
    const wasPublished = works.state === 'published' || works.state === 'running'
    if (wasPublished) await planCancellation(db, works, windows, lastEnd, now)
    await db.works.update({ where: { id: works.id }, data: { state: 'cancelled', cancelReason: reason, cancelledAt: now } })
    const audited = { action: 'works.cancel', subject: `works:${reference}`, before: { state: works.state }, after: { reason } }
    await recordAudit(db, actor, audited, now)
    return summariseWorks(db, { ...works, state: 'cancelled' }, now)
  })
}
