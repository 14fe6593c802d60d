import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPlanWorks } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { summariseWorks } from './get-works-summary'
import { prepareWorks } from './prepare-works'
import { insertParts, nextReference } from './queries'
import type { WorksSummary } from './works'

/**
 * Drafts works: nobody hears of them before they are published.
 *
 * Throws `bad_input` with the field that is wrong (see worksInput, readWindows, prepareArea), `unauthenticated` or `forbidden`.
 */
export async function createWorks(actor: Actor, raw: unknown, now: Date): Promise<WorksSummary> {
  requirePolicy(actor, canPlanWorks(actor))
  return transaction(async (db) => {
    const { input, parts } = await prepareWorks(db, raw, now)
    const { service, title, reason, advice } = input
    const reference = await nextReference(db, now)
    const works = await db.works.create({
      data: { reference, service, title, reason, advice, createdBy: actorName(actor), createdAt: now },
      select: { id: true, reference: true, service: true, state: true, version: true, publishedAt: true },
    })
    await insertParts(db, works.id, works.version, parts)
    const windows = parts.map((part) => part.windows.map(({ start, end }) => `${start.toISOString()}/${end.toISOString()}`))
    await recordAudit(db, actor, { action: 'works.create', subject: `works:${reference}`, after: { service, title, windows } }, now)
    return summariseWorks(db, works, now)
  })
}
