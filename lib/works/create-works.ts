import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPlanWorks } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { worksDraft } from './drafts/works-draft'
import { draftColumns } from './drafts/write-draft'
import { summariseWorks } from './get-works-summary'
import { type PreparedWorks, prepareWorks } from './prepare-works'
import { getWorksForUpdate, insertParts, nextReference } from './queries'
import { requireNewOrder } from './require-new-order'
import { replaceSupplyPlaces } from './supply-places'
import type { WorksSummary } from './works'

async function insertWorks(db: Db, actor: Actor, { input, parts }: PreparedWorks, now: Date) {
  await requireNewOrder(db, input.externalReference)
  const reference = await nextReference(db, now)
  const by = actorName(actor)
  const works = await db.works.create({
    data: { ...(await draftColumns(db, worksDraft.parse(input))), reference, createdBy: by, createdAt: now, changedBy: by, changedAt: now },
    select: { id: true, version: true },
  })
  await insertParts(db, works.id, works.version, parts)
  await replaceSupplyPlaces(db, works.id, input.supplyPlaces)
  return getWorksForUpdate(db, reference)
}

/**
 * Drafts complete works: nobody hears of them before they are published.
 *
 * Throws `bad_input` with the field that is wrong (see worksInput, readWindows, resolveSelection), `conflict` for an order that has its works
 * already, `unauthenticated` or `forbidden`.
 */
export async function createWorks(actor: Actor, raw: unknown, now: Date): Promise<WorksSummary> {
  requirePolicy(actor, canPlanWorks(actor))
  return transaction(async (db) => {
    const prepared = await prepareWorks(db, raw, now)
    const works = await insertWorks(db, actor, prepared, now)
    const { service, title } = prepared.input
    const windows = prepared.parts.map((part) => part.windows.map(({ start, end }) => `${start.toISOString()}/${end.toISOString()}`))
    const after = { service, title, windows }
    await recordAudit(db, actor, { action: 'works.create', subject: `works:${works.reference}`, after }, now)
    return summariseWorks(db, works, now)
  })
}
