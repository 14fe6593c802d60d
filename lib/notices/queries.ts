import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { TOLD_COLUMNS, toToldFacts } from '@/lib/works/told-facts'
import type { NoticeFacts } from './notices'

/** The notices that are due at `now` and not opened yet, in their order; of one works or of all. */
export async function findDueNotices(db: Db, now: Date, worksReference?: string): Promise<number[]> {
  const rows = await db.notice.findMany({
    where: { state: 'planned', dueAt: { lte: now }, ...(worksReference && { works: { reference: worksReference } }) },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return rows.map((row) => row.id)
}

/** When the next notice falls due after `now`; null when none is planned. */
export async function findNextDue(db: Db, now: Date): Promise<Date | null> {
  const next = await db.notice.findFirst({
    where: { state: 'planned', dueAt: { gt: now } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  })
  return next?.dueAt ?? null
}

/** When the planned notices of one version fall due, as ISO instants in order. */
export async function findPlannedDues(db: Db, worksReference: string, version: number): Promise<string[]> {
  const rows = await db.notice.findMany({
    where: { state: 'planned', version, works: { reference: worksReference } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  })
  return rows.map((row) => row.dueAt.toISOString())
}

const FACTS = {
  id: true,
  kind: true,
  worksId: true,
  version: true,
  works: { select: TOLD_COLUMNS },
  windows: { select: { window: true } },
} as const

/** The facts of notices by their ids, each with its windows in order. */
export async function findNoticeFacts(db: Db, ids: number[]): Promise<Map<number, NoticeFacts>> {
  const notices = await db.notice.findMany({ where: { id: { in: ids } }, select: FACTS })
  const facts = notices.map(({ id, kind, worksId, version, works, windows }): NoticeFacts => {
    const inOrder = windows
      .map(({ window }) => ({ id: window.id, start: window.startsAt, end: window.endsAt }))
      .toSorted((a, b) => a.start.getTime() - b.start.getTime())
    return { id, kind, worksId, worksVersion: version, ...toToldFacts(works), windows: inOrder }
  })
  return new Map(facts.map((one) => [one.id, one]))
}

const total = z
  .array(z.object({ units: z.coerce.number(), accounts: z.coerce.number(), contacts: z.coerce.number(), streets: z.array(z.string()) }))
  .length(1)
export type WaveFigures = z.infer<typeof total>[number]

/** What the call centre is told of a wave: dwellings, accounts and streets that its windows hit, and contacts that are told. */
export async function getWaveFigures(db: Db, noticeId: number): Promise<WaveFigures> {
  const rows = await db.$queryRaw`
    WITH point AS MATERIALIZED (
      SELECT DISTINCT service_point.id, service_point.units, service_point.address_id
      FROM notice_window
      JOIN works_window ON works_window.id = notice_window.window_id
      JOIN affected_point ON affected_point.part_id = works_window.part_id
      JOIN service_point ON service_point.id = affected_point.service_point_id
      WHERE notice_window.notice_id = ${noticeId}
    )
    SELECT (SELECT coalesce(sum(units), 0) FROM point) AS units,
           (SELECT count(*) FROM account JOIN point ON point.id = account.service_point_id WHERE account.active) AS accounts,
           (SELECT count(*) FROM message WHERE notice_id = ${noticeId}
              AND contact_id NOT IN (SELECT contact_id FROM subscription WHERE role = 'call_centre')) AS contacts,
           (SELECT coalesce(array_agg(DISTINCT street.label ORDER BY street.label), '{}')
              FROM point JOIN address ON address.id = point.address_id JOIN street ON street.id = address.street_id) AS streets`
  const [row] = total.parse(rows)
  return row ?? { units: 0, accounts: 0, contacts: 0, streets: [] }
}
