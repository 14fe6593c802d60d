import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { findActorNames } from '@/lib/auth/find-actor-names'
import { canPlanWorks } from '@/lib/auth/policies'
import { type Db, database } from '@/lib/db/client'
import type { Works } from '@/lib/db/generated/client'
import type { WorksState } from '@/lib/db/generated/enums'
import { findAreas, findWindowsByPart, worksNotFound } from '@/lib/works/queries'
import { findSupplyPlaces } from '@/lib/works/supply-places'
import { type DraftProblem, type WorksDraft, worksDraft } from './works-draft'
import { judgeDraft } from './write-draft'

/** A draft to go on with. */
export interface OpenedDraft {
  reference: string
  revision: number
  state: WorksState
  draft: WorksDraft
  problem: DraftProblem | null
  /** Who saved it last. */
  changedBy: string
  /** ISO instant. */
  changedAt: string
}

/** What works say that were planned before drafts were kept as typed. */
async function fromRows(db: Db, works: Works): Promise<WorksDraft> {
  const areas = await findAreas(db, works.id, works.version)
  const windows = await findWindowsByPart(db, works.id, works.version)
  const parts = windows.map((part, position) => ({
    area: areas[position],
    windows: part.map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() })),
  }))
  const { service, title, reason, advice, contact, crew, internalNotes, workType, externalReference } = works
  const supplyPlaces = await findSupplyPlaces(db, works.id)
  const facts = { service, title, reason, advice, contact, crew, internalNotes, workType, externalReference }
  return worksDraft.parse({ ...facts, supplyPlaces, parts })
}

/** A draft as it was typed, with its revision and what is still wrong with it. Throws `not_found`. */
export async function getDraft(actor: Actor, reference: string, now: Date): Promise<OpenedDraft> {
  requirePolicy(actor, canPlanWorks(actor))
  const db = database()
  const works = await db.works.findUnique({ where: { reference } })
  if (!works) throw worksNotFound(reference)
  const draft = works.draft === null ? await fromRows(db, works) : worksDraft.parse(works.draft)
  const judged = await judgeDraft(db, draft, now)
  const by = works.changedBy ?? works.createdBy
  return {
    ...{ reference, revision: works.revision, state: works.state, draft },
    problem: 'problem' in judged ? judged.problem : null,
    changedBy: (await findActorNames(db, [by])).get(by) ?? by,
    changedAt: (works.changedAt ?? works.createdAt).toISOString(),
  }
}
