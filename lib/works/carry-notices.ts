import type { Db } from '@/lib/db/client'
import type { NewWindows } from './move-ends'
import { insertNotices, supersedeQueued } from './notice-queries'
import type { LockedWorks } from './queries'

const FIELDS = { id: true, kind: true, dueAt: true, notAfter: true, state: true, windows: { select: { windowId: true } } } as const

/** Holds the planned notices of works by superseding them; what was being opened meanwhile is found open. */
async function takePlanned(db: Db, worksId: number) {
  const planned = await db.notice.findMany({ where: { worksId, state: 'planned' }, select: { id: true } })
  await db.notice.updateMany({ where: { worksId, state: 'planned' }, data: { state: 'superseded' } })
  const rows = await db.notice.findMany({
    where: { worksId, OR: [{ id: { in: planned.map(({ id }) => id) } }, { state: 'open' }] },
    orderBy: { id: 'asc' },
    select: FIELDS,
  })
  return rows.map(({ windows, ...notice }) => ({ ...notice, windowIds: windows.map(({ windowId }) => windowId) }))
}

function countUnsent(db: Db, noticeIds: number[]): Promise<number> {
  return db.message.count({ where: { noticeId: { in: noticeIds }, state: { in: ['queued', 'sending'] } } })
}

/**
 * Takes back what was not said yet of windows that `moved`, and plans in the next version of the works the notices that speak of none of
 * them. Returns whether anybody may be owed news of what moved.
 */
export async function carryNotices(db: Db, works: LockedWorks, newWindows: NewWindows, moved: number[]): Promise<boolean> {
  const notices = await takePlanned(db, works.id)
  const concerned = notices.filter(({ windowIds }) => windowIds.some((id) => moved.includes(id)))
  const kept = notices.filter((notice) => notice.state === 'superseded' && !concerned.includes(notice))
  const concernedIds = concerned.map(({ id }) => id)
  // Whoever is still to hear of an earlier extension has heard an end before it, and hears of this one.
  const stages = concerned.filter(({ kind }) => kind !== 'extended')
  const owed =
    stages.some(({ state }) => state === 'superseded') ||
    (await countUnsent(
      db,
      stages.map(({ id }) => id),
    )) > 0
  await supersedeQueued(db, works.id, concernedIds)
  const drafts = kept.map(({ kind, dueAt, notAfter, windowIds }) => ({
    ...{ kind, dueAt, notAfter, skipReason: null },
    windows: windowIds.flatMap((id) => newWindows.get(id) ?? []),
  }))
  await insertNotices(db, works.id, works.version + 1, drafts)
  return owed
}
