import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPlanWorks } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { deleteParts, getWorksForUpdate } from '@/lib/works/queries'
import { requireDraft } from './require-draft'
import { requireRevision } from './require-revision'

const discardInput = z.object({ reference: z.string(), revision: z.number().int().optional() })
export type DiscardDraft = z.input<typeof discardInput>

/** Takes away a draft of which nobody was told. Throws `not_found`, or `conflict` when it is no draft, or changed since `revision`. */
export async function discardDraft(actor: Actor, raw: DiscardDraft, now: Date): Promise<void> {
  requirePolicy(actor, canPlanWorks(actor))
  const { reference, revision } = parseInput(discardInput, raw)
  await transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    requireDraft(works)
    await requireRevision(db, actor, works, revision)
    for (let version = works.version; version > 0; version--) await deleteParts(db, works.id, version)
    await db.works.delete({ where: { id: works.id } })
    await recordAudit(db, actor, { action: 'works.discard', subject: `works:${reference}`, before: { revision: works.revision } }, now)
  })
}
