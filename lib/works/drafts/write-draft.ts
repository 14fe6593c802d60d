import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { type PreparedWorks, prepareWorks } from '@/lib/works/prepare-works'
import { deleteParts, insertParts, type LockedWorks } from '@/lib/works/queries'
import { replaceSupplyPlaces } from '@/lib/works/supply-places'
import { worksInput } from '@/lib/works/works'
import type { DraftProblem, WorksDraft } from './works-draft'

/** What a draft says, checked as for publication; or the first thing that is wrong with it. */
export async function judgeDraft(db: Db, draft: unknown, now: Date): Promise<{ prepared: PreparedWorks } | { problem: DraftProblem }> {
  try {
    return { prepared: await prepareWorks(db, parseInput(worksInput, draft), now) }
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'bad_input' && error.code !== 'conflict')) throw error
    const { reason, params, field } = error.detail
    return { problem: { reason, params, field } }
  }
}

/**
 * Writes a draft's parts and supply places anew, as far as they are understood: a draft with a problem has none, so that nothing is counted
 * that was not said. Returns the problem.
 */
export async function writeDraft(
  db: Db,
  works: Pick<LockedWorks, 'id' | 'version'>,
  draft: WorksDraft,
  now: Date,
): Promise<DraftProblem | null> {
  const judged = await judgeDraft(db, draft, now)
  await deleteParts(db, works.id, works.version)
  if ('problem' in judged) return judged.problem
  await insertParts(db, works.id, works.version, judged.prepared.parts)
  await replaceSupplyPlaces(db, works.id, judged.prepared.input.supplyPlaces)
  return null
}

/** A draft's columns: what was typed, and of it what lists show. A kind of work that there is not stays in what was typed alone. */
export async function draftColumns(db: Db, draft: WorksDraft) {
  const { service, title, workType, reason, advice, contact, crew, internalNotes, externalReference } = draft
  const texts = { title: title.trim(), reason: reason.trim(), advice: advice.trim(), contact: contact.trim(), crew: crew.trim() }
  return {
    ...{ service, ...texts, internalNotes: internalNotes.trim() },
    workType: (workType && (await db.workType.findUnique({ where: { code: workType }, select: { code: true } }))?.code) || null,
    externalReference: externalReference?.trim() || null,
    draft: draft as unknown as Prisma.InputJsonValue,
  }
}
