import { z } from 'zod'
import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPlanWorks } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { completeDraft } from '@/lib/works/drafts/complete-draft'
import { requireDraft } from '@/lib/works/drafts/require-draft'
import { requireRevision } from '@/lib/works/drafts/require-revision'
import { summariseWorks } from '@/lib/works/get-works-summary'
import { getWorksForUpdate } from '@/lib/works/queries'
import type { WorksSummary } from '@/lib/works/works'

const submitInput = z.object({ reference: z.string(), revision: z.number().int().optional() })
export type SubmitWorks = z.input<typeof submitInput>

/**
 * Asks a second person to approve a draft; until they have said something, or it is withdrawn, it stays as it is.
 *
 * Throws `not_found`, `conflict` when it is no draft or changed since `revision`, and `bad_input` when it is not complete.
 */
export async function submitWorks(actor: Actor, raw: SubmitWorks, now: Date): Promise<WorksSummary> {
  requirePolicy(actor, canPlanWorks(actor))
  const { reference, revision } = parseInput(submitInput, raw)
  return transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    requireDraft(works)
    await requireRevision(db, actor, works, revision)
    await completeDraft(db, works, now)
    await db.approval.create({
      data: { worksId: works.id, revision: works.revision, requestedBy: actorName(actor), requestedAt: now },
    })
    await db.works.update({ where: { id: works.id }, data: { state: 'in_approval' } })
    const after = { revision: works.revision }
    await recordAudit(db, actor, { action: 'works.submit', subject: `works:${reference}`, after }, now)
    return summariseWorks(db, { ...works, state: 'in_approval' }, now)
  })
}
