import type { Db } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import { getNoticeRules } from './notice-rules'
import { type NoticeDraft, planNotices, type SkipReason } from './plan-notices'
import { findWindowsByPart, type getWorks } from './queries'
import { TOLD_COLUMNS, toToldFacts } from './told-facts'

async function findStoredNotices(db: Db, worksId: number, version: number): Promise<NoticeDraft[]> {
  const rows = await db.notice.findMany({
    where: { worksId, version, state: { not: 'superseded' } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { kind: true, dueAt: true, notAfter: true, skipReason: true, windows: { select: { window: true } } },
  })
  return rows.map(({ windows, skipReason, ...notice }) => ({
    ...notice,
    skipReason: skipReason as SkipReason | null,
    windows: windows.map(({ window }) => ({ id: window.id, start: window.startsAt, end: window.endsAt })),
  }))
}

/** The notices of the current version: those planned at publication, or for a draft those that publishing at `now` would plan. */
export async function findVersionNotices(db: Db, works: Awaited<ReturnType<typeof getWorks>>, now: Date) {
  const facts = toToldFacts(await db.works.findUniqueOrThrow({ where: { id: works.id }, select: TOLD_COLUMNS }))
  if (works.isFrozen) return { facts, drafts: await findStoredNotices(db, works.id, works.version) }
  const rules = await getNoticeRules(db, await getUtility(db), works.service, now)
  return { facts, drafts: planNotices(await findWindowsByPart(db, works.id, works.version), rules, now) }
}
