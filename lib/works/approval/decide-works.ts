import { z } from 'zod'
import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canApproveWorks } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'
import { requireRevision } from '@/lib/works/drafts/require-revision'
import { summariseWorks } from '@/lib/works/get-works-summary'
import { getWorksForUpdate, type LockedWorks } from '@/lib/works/queries'
import type { WorksSummary } from '@/lib/works/works'
import { isOwnWork } from './is-own-work'
import { requireInApproval } from './require-in-approval'

const decideInput = z.object({
  reference: z.string(),
  /** What the second person saw. */
  revision: z.number().int().optional(),
  decision: z.enum(['approved', 'returned']),
  /** Has to stand with what is returned. */
  reason: line(3, 500).optional(),
})
export type DecideWorks = z.input<typeof decideInput>

/** The request that waits for an answer, for somebody else's answer. */
async function getRequest(db: Db, actor: Actor, works: LockedWorks): Promise<{ id: number }> {
  const request = await db.approval.findFirst({ where: { worksId: works.id, decision: null }, select: { id: true } })
  if (!request)
    throw new AppError('conflict', { field: 'reference', reason: 'works_decided_already', params: { reference: works.reference } })
  if (await isOwnWork(db, actor, works.reference)) throw new AppError('forbidden', { reason: 'own_works' })
  return request
}

/**
 * Approves works as a second person, or returns them with a reason to whoever planned them.
 *
 * Throws `forbidden` for works that oneself planned, changed or submitted, `conflict` when they are not in approval, are decided already or
 * changed since `revision`, and `bad_input` for returning without a reason.
 */
export async function decideWorks(actor: Actor, raw: DecideWorks, now: Date): Promise<WorksSummary> {
  requirePolicy(actor, canApproveWorks(actor))
  const { reference, revision, decision, reason } = parseInput(decideInput, raw)
  if (decision === 'returned' && !reason) throw badInput('return_needs_reason', 'reason')
  return transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    requireInApproval(works)
    const { id } = await getRequest(db, actor, works)
    await requireRevision(db, actor, works, revision)
    await db.approval.update({ where: { id }, data: { decision, reason: reason ?? null, decidedBy: actorName(actor), decidedAt: now } })
    const state = decision === 'returned' ? 'draft' : 'in_approval'
    await db.works.update({ where: { id: works.id }, data: { state } })
    const summary = await summariseWorks(db, { ...works, state }, now)
    const action = decision === 'returned' ? 'works.return' : 'works.approve'
    const after = { revision: works.revision, units: summary.affected.units, ...(reason && { reason }) }
    await recordAudit(db, actor, { action, subject: `works:${reference}`, after }, now)
    return summary
  })
}
