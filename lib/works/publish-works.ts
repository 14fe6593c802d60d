import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPublishWorks } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'
import { getUtility } from '@/lib/utility/queries'
import { freezeAffectedPoints } from './affected-queries'
import { summariseWorks } from './get-works-summary'
import { insertNotices } from './notice-queries'
import { getNoticeRules } from './notice-rules'
import { planNotices } from './plan-notices'
import { firstStart } from './prepare-works'
import { toPlannedNotice } from './preview-works'
import { findWindowsByPart, getWorksForUpdate, type LockedWorks } from './queries'
import { requireLegalNotice } from './require-legal-notice'
import type { PlannedNotice, StoredWindow, WorksSummary } from './works'

const publishInput = z.object({ reference: z.string(), shortNoticeReason: line(3, 500).optional() })
export type PublishWorks = z.input<typeof publishInput>

function requireDraft(works: LockedWorks): void {
  if (works.state === 'draft') return
  const reason = works.state === 'cancelled' ? 'works_cancelled' : works.state === 'ended' ? 'works_ended' : 'works_already_published'
  throw new AppError('conflict', { field: 'reference', reason, params: { reference: works.reference } })
}

async function planVersion(db: Db, works: LockedWorks, windows: StoredWindow[][], now: Date): Promise<PlannedNotice[]> {
  const rules = await getNoticeRules(db, await getUtility(db), works.service, now)
  const drafts = planNotices(windows, rules, now)
  await insertNotices(db, works.id, works.version, drafts)
  return drafts.map(toPlannedNotice)
}

/**
 * Publishes a draft: freezes who is affected and plans the notices. From then on everything happens by itself.
 *
 * Throws `not_found`, `conflict` when it is no draft (any more), and `bad_input` when its windows have begun, it hits nobody, or it is
 * short notice without a reason.
 */
export async function publishWorks(actor: Actor, raw: PublishWorks, now: Date): Promise<WorksSummary & { notices: PlannedNotice[] }> {
  requirePolicy(actor, canPublishWorks(actor))
  const { reference, shortNoticeReason } = parseInput(publishInput, raw)
  return transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    requireDraft(works)
    const windows = await findWindowsByPart(db, works.id, works.version)
    const start = firstStart(windows.map((part) => ({ windows: part })))
    if (start <= now) throw badInput('works_have_begun', 'windows', { reference })
    await requireLegalNotice(db, works.service, start, shortNoticeReason, now)
    if ((await freezeAffectedPoints(db, works.id, works.version)) === 0) throw badInput('works_hit_nobody', 'area', { reference })
    const notices = await planVersion(db, works, windows, now)
    await db.works.update({
      where: { id: works.id },
      data: { state: 'published', publishedAt: now, shortNoticeReason: shortNoticeReason ?? null },
    })
    const summary = await summariseWorks(db, { ...works, state: 'published' }, now)
    const after = { version: works.version, affected: summary.affected, shortNoticeReason: shortNoticeReason ?? null }
    await recordAudit(db, actor, { action: 'works.publish', subject: `works:${reference}`, after }, now)
    return { ...summary, notices }
  })
}
