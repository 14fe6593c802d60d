import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPlanWorks } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { summariseWorks } from '@/lib/works/get-works-summary'
import { getWorksForUpdate } from '@/lib/works/queries'
import type { WorksSummary } from '@/lib/works/works'
import { requireInApproval } from './require-in-approval'

const withdrawInput = z.object({ reference: z.string() })
export type WithdrawWorks = z.input<typeof withdrawInput>

/** Takes works back from approval, also approved ones, to go on with them as a draft. Throws `not_found`, or `conflict` when they are not in approval. */
export async function withdrawWorks(actor: Actor, raw: WithdrawWorks, now: Date): Promise<WorksSummary> {
  requirePolicy(actor, canPlanWorks(actor))
  const { reference } = parseInput(withdrawInput, raw)
  return transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    requireInApproval(works)
    await db.approval.deleteMany({ where: { worksId: works.id, decision: null } })
    // The next request is for another revision: what was approved of this one counts no more.
    await db.works.update({ where: { id: works.id }, data: { state: 'draft', revision: works.revision + 1 } })
    await recordAudit(db, actor, { action: 'works.withdraw', subject: `works:${reference}` }, now)
    return summariseWorks(db, { ...works, state: 'draft' }, now)
  })
}
