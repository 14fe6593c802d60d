import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { NoticeKind } from '@/lib/db/generated/enums'

/** What decides who has heard of the facts before a notice. */
export interface FactsNotice {
  id: number
  worksId: number
  version: number
  kind: NoticeKind
  dueAt: Date
}

/** A stage that falls due so soon after a change would tell those who hear of the change twice, in minutes. */
const SOON = 30 * 60_000

/** The earlier notices of the same works whose windows begin as those of notice `id` do, in the same part. */
function sameWindows(id: number): Prisma.Sql {
  return Prisma.sql`AND EXISTS (
    SELECT FROM notice_window mine
    JOIN works_window my_window ON my_window.id = mine.window_id
    JOIN works_part my_part ON my_part.id = my_window.part_id
    JOIN works_part their_part ON their_part.works_id = notice.works_id AND their_part.version = notice.version AND their_part.position = my_part.position
    JOIN works_window their_window ON their_window.part_id = their_part.id AND their_window.starts_at = my_window.starts_at
    JOIN notice_window theirs ON theirs.window_id = their_window.id AND theirs.notice_id = notice.id
    WHERE mine.notice_id = ${id}
  )`
}

/**
 * A query for the `contact_id` of all who may have heard what `change` makes untrue, once or more. A cancellation takes back everything
 * that was said, a new time all that was said of earlier versions, an extension or return what earlier versions said of its own windows.
 */
export function heardBefore(change: FactsNotice): Prisma.Sql {
  const { id, worksId, version, kind } = change
  const earlier = kind === 'cancelled' ? Prisma.empty : Prisma.sql`AND notice.version < ${version}`
  const own = kind === 'cancelled' || kind === 'changed' ? Prisma.empty : sameWindows(id)
  return Prisma.sql`
    SELECT message.contact_id
    FROM notice JOIN message ON message.notice_id = notice.id
    WHERE notice.works_id = ${worksId} AND notice.id <> ${id} ${earlier} ${own} AND message.state IN ('sent', 'delivered', 'unknown')`
}

/** The change (a new time, an extension) at which a stage falls due: it is then for those alone who had not heard. Null for any other stage. */
export async function getChangeOfStageOrNull(db: Db, stage: FactsNotice): Promise<FactsNotice | null> {
  const windows = await db.noticeWindow.findMany({ where: { noticeId: stage.id }, select: { windowId: true } })
  return db.notice.findFirst({
    where: {
      worksId: stage.worksId,
      version: stage.version,
      kind: { in: ['changed', 'extended'] },
      state: { not: 'superseded' },
      dueAt: { gte: new Date(stage.dueAt.getTime() - SOON) },
      windows: { some: { windowId: { in: windows.map(({ windowId }) => windowId) } } },
    },
    select: { id: true, worksId: true, version: true, kind: true, dueAt: true },
  })
}
