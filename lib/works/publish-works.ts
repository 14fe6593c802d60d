import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPublishWorks } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'
import { getUtility } from '@/lib/utility/queries'
import { freezeAffectedPoints } from './affected-queries'
import { requireApproval } from './approval/require-approval'
import { requirePublishable } from './approval/require-publishable'
import { completeDraft } from './drafts/complete-draft'
import { requireRevision } from './drafts/require-revision'
import { summariseWorks } from './get-works-summary'
import { insertNotices } from './notice-queries'
import { getNoticeRules } from './notice-rules'
import { planNotices } from './plan-notices'
import { firstStart } from './prepare-works'
import { requirePhoned } from './priority/require-phoned'
import { findWindowsByPart, getWorksForUpdate, type LockedWorks } from './queries'
import { requireLegalNotice } from './require-legal-notice'
import { toPlannedNotice } from './to-planned-notice'
import type { PlannedNotice, StoredWindow, WorksSummary } from './works'

const publishInput = z.object({
  reference: z.string(),
  /** What the publisher saw; a page always says it. */
  revision: z.number().int().optional(),
  shortNoticeReason: line(3, 500).optional(),
})
export type PublishWorks = z.input<typeof publishInput>

async function planVersion(db: Db, works: LockedWorks, windows: StoredWindow[][], now: Date): Promise<PlannedNotice[]> {
  const rules = await getNoticeRules(db, await getUtility(db), works.service, now)
  const drafts = planNotices(windows, rules, now)
  await insertNotices(db, works.id, works.version, drafts)
  return drafts.map(toPlannedNotice)
}

/**
 * Publishes a draft: freezes who is affected and plans the notices. From then on everything happens by itself.
 *
 * Throws `not_found`, `conflict` when it is no draft (any more), changed since `revision`, or a second person has to approve it first, and
 * `bad_input` when it is not complete, its windows have begun, it hits nobody, a priority customer was not phoned, or it is short notice
 * without a reason.
 */
export async function publishWorks(actor: Actor, raw: PublishWorks, now: Date): Promise<WorksSummary & { notices: PlannedNotice[] }> {
  requirePolicy(actor, canPublishWorks(actor))
  const { reference, revision, shortNoticeReason } = parseInput(publishInput, raw)
  return transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    await requirePublishable(db, works)
    await requireRevision(db, actor, works, revision)
    await completeDraft(db, works, now)
    await requireApproval(db, actor, works)
    const windows = await findWindowsByPart(db, works.id, works.version)
    const start = firstStart(windows.map((part) => ({ windows: part })))
    if (start <= now) throw badInput('works_have_begun', 'windows', { reference })
    await requireLegalNotice(db, works.service, start, shortNoticeReason, now)
    if ((await freezeAffectedPoints(db, works.id, works.version)) === 0) throw badInput('works_hit_nobody', 'area', { reference })
    await requirePhoned(db, actor, works)
    const notices = await planVersion(db, works, windows, now)
    await db.works.update({
      where: { id: works.id },
      data: { state: 'published', publishedAt: now, shortNoticeReason: shortNoticeReason ?? null, draft: Prisma.DbNull },
    })
    const summary = await summariseWorks(db, { ...works, state: 'published' }, now)
    const after = { version: works.version, affected: summary.affected, shortNoticeReason: shortNoticeReason ?? null }
    await recordAudit(db, actor, { action: 'works.publish', subject: `works:${reference}`, after }, now)
    return { ...summary, notices }
  })
}
