import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { findActorNames } from '@/lib/auth/find-actor-names'
import { canReadWorks } from '@/lib/auth/policies'
import { type Db, database } from '@/lib/db/client'
import { MessageState } from '@/lib/db/generated/enums'
import { findApprovals } from './approval/find-approvals'
import { isOwnWork } from './approval/is-own-work'
import { summariseWorks } from './get-works-summary'
import { findAreas, findWindowsByPart, worksNotFound } from './queries'
import { findSupplyPlaces } from './supply-places'
import { workTypeWording } from './work-types/work-type'
import type { WorksDetail } from './works'

const counted = z.array(z.object({ noticeId: z.number(), state: z.enum(MessageState), count: z.coerce.number() }))

const NONE = Object.fromEntries(Object.values(MessageState).map((state) => [state, 0])) as Record<MessageState, number>

async function findNotices(db: Db, worksId: number): Promise<WorksDetail['notices']> {
  const notices = await db.notice.findMany({ where: { worksId }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })
  const rows = await db.$queryRaw`
    SELECT notice_id AS "noticeId", state::text AS state, count(*) AS count
    FROM message WHERE notice_id = ANY (${notices.map((notice) => notice.id)}::int[]) GROUP BY notice_id, message.state`
  const counts = counted.parse(rows)
  return notices.map(({ id, kind, dueAt, notAfter, state, skipReason }) => {
    const own = counts.filter((row) => row.noticeId === id).map((row) => [row.state, row.count])
    return {
      id,
      kind,
      dueAt: dueAt.toISOString(),
      notAfter: notAfter.toISOString(),
      state,
      skipReason,
      counts: { ...NONE, ...Object.fromEntries(own) },
    }
  })
}

async function findParts(db: Db, worksId: number, version: number): Promise<WorksDetail['parts']> {
  const areas = await findAreas(db, worksId, version)
  const windows = await findWindowsByPart(db, worksId, version)
  return windows.map((part, position) => ({
    area: areas[position] ?? null,
    windows: part.map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() })),
  }))
}

async function findHistory(db: Db, reference: string): Promise<WorksDetail['history']> {
  const entries = await db.auditEntry.findMany({
    where: { subject: `works:${reference}` },
    orderBy: { id: 'asc' },
    select: { at: true, actor: true, action: true },
  })
  const names = await findActorNames(
    db,
    entries.map(({ actor }) => actor),
  )
  return entries.map(({ at, actor, action }) => ({ at: at.toISOString(), actor: names.get(actor) ?? actor, action }))
}

/** Everything that staff see of one works: facts, parts, notices with their messages by state, history. Throws `not_found`. */
export async function getWorksDetail(actor: Actor, reference: string, now: Date): Promise<WorksDetail> {
  requirePolicy(actor, canReadWorks(actor))
  const db = database()
  const works = await db.works.findUnique({ where: { reference }, include: { type: { select: { wording: true } } } })
  if (!works) throw worksNotFound(reference)
  return {
    ...(await summariseWorks(db, works, now)),
    revision: works.revision,
    workType: works.type && workTypeWording.parse(works.type.wording),
    contact: works.contact,
    crew: works.crew,
    internalNotes: works.internalNotes,
    externalReference: works.externalReference,
    supplyPlaces: await findSupplyPlaces(db, works.id),
    approvals: await findApprovals(db, works),
    isOwn: await isOwnWork(db, actor, reference),
    service: works.service,
    title: works.title,
    reason: works.reason,
    advice: works.advice,
    createdAt: works.createdAt.toISOString(),
    publishedAt: works.publishedAt?.toISOString() ?? null,
    cancelledAt: works.cancelledAt?.toISOString() ?? null,
    cancelReason: works.cancelReason,
    shortNoticeReason: works.shortNoticeReason,
    parts: await findParts(db, works.id, works.version),
    notices: await findNotices(db, works.id),
    history: await findHistory(db, reference),
  }
}
