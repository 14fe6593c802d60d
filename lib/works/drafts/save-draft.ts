import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPlanWorks } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { getWorksForUpdate, type LockedWorks, nextReference } from '@/lib/works/queries'
import { requireNewOrder } from '@/lib/works/require-new-order'
import { requireDraft } from './require-draft'
import { requireRevision } from './require-revision'
import { type SavedDraft, type WorksDraft, worksDraft } from './works-draft'
import { draftColumns, writeDraft } from './write-draft'

const saveInput = z.object({
  /** None yet: the first save makes the works. */
  reference: z.string().nullable(),
  /** What this was typed on top of. */
  revision: z.number().int().nullable(),
  draft: worksDraft,
})
export type SaveDraft = z.input<typeof saveInput>

/** Saves follow each other by the second: the audit trail notes one of them, until somebody else types or this long has passed. */
const ONE_EDIT = 15 * 60_000

async function startDraft(db: Db, actor: Actor, draft: WorksDraft, now: Date): Promise<SavedDraft> {
  await requireNewOrder(db, draft.externalReference?.trim() || null)
  const reference = await nextReference(db, now)
  const by = actorName(actor)
  const works = await db.works.create({
    data: { ...(await draftColumns(db, draft)), reference, createdBy: by, createdAt: now, changedBy: by, changedAt: now },
    select: { id: true, version: true, revision: true },
  })
  const problem = await writeDraft(db, works, draft, now)
  await recordAudit(db, actor, { action: 'works.create', subject: `works:${reference}`, after: { service: draft.service } }, now)
  return { reference, revision: works.revision, problem }
}

const isStored = (draft: WorksDraft, works: LockedWorks) => isDeepStrictEqual(JSON.parse(JSON.stringify(draft)), works.draft)

async function continueDraft(db: Db, actor: Actor, works: LockedWorks, draft: WorksDraft, now: Date): Promise<SavedDraft> {
  const by = actorName(actor)
  const isSame = isStored(draft, works)
  const revision = isSame ? works.revision : works.revision + 1
  if (!isSame) {
    await requireNewOrder(db, draft.externalReference?.trim() || null, works.reference)
    await db.works.update({
      where: { id: works.id },
      data: { ...(await draftColumns(db, draft)), revision, changedBy: by, changedAt: now },
    })
    const isNoted = works.changedBy === by && works.changedAt !== null && now.getTime() - works.changedAt.getTime() < ONE_EDIT
    if (!isNoted) await recordAudit(db, actor, { action: 'works.edit', subject: `works:${works.reference}`, after: { revision } }, now)
  }
  const problem = await writeDraft(db, works, draft, now)
  return { reference: works.reference, revision, problem }
}

/** The works that this first save made when it came before; null where it comes for the first time. */
async function findStarted(db: Db, actor: Actor, { key }: WorksDraft): Promise<string | null> {
  if (key === undefined) return null
  await db.$queryRaw`SELECT id FROM utility FOR UPDATE`
  const where = { createdBy: actorName(actor), draft: { path: ['key'], equals: key } }
  return (await db.works.findFirst({ where, select: { reference: true } }))?.reference ?? null
}

/** Whether this very save came before, and only its answer was lost on the way. */
function isSavedAlready(actor: Actor, works: LockedWorks, draft: WorksDraft, seen: number): boolean {
  return works.revision === seen + 1 && works.changedBy === actorName(actor) && isStored(draft, works)
}

/**
 * Keeps what somebody typed so far, complete or not; the first time it makes the works. Says what is still wrong with it.
 *
 * The same save may be sent again when its answer was lost. Throws `conflict` when it is no draft any more, or somebody saved another revision
 * meanwhile: nothing is overwritten.
 */
export async function saveDraft(actor: Actor, raw: SaveDraft, now: Date): Promise<SavedDraft> {
  requirePolicy(actor, canPlanWorks(actor))
  const { reference, revision, draft } = parseInput(saveInput, raw)
  return transaction(async (db) => {
    const known = reference ?? (await findStarted(db, actor, draft))
    if (known === null) return startDraft(db, actor, draft, now)
    const works = await getWorksForUpdate(db, known)
    requireDraft(works)
    if (!isSavedAlready(actor, works, draft, revision ?? 0)) await requireRevision(db, actor, works, revision ?? 0)
    return continueDraft(db, actor, works, draft, now)
  })
}
