import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { StoredWindow } from './works'

const told = z.array(z.object({ end: z.date().nullable() })).length(1)

/**
 * The earliest end of a running window that somebody may still take for true: of all that was said since, and with, the last extension.
 * Null when nobody was told of it.
 */
export async function getToldEndOrNull(db: Db, worksId: number, window: StoredWindow): Promise<Date | null> {
  const rows = await db.$queryRaw`
    WITH said AS (
      SELECT notice.version, notice.kind, works_window.ends_at
      FROM works_window here
      JOIN works_part my_part ON my_part.id = here.part_id
      JOIN works_part ON works_part.works_id = my_part.works_id AND works_part.position = my_part.position
      JOIN works_window ON works_window.part_id = works_part.id AND works_window.starts_at = here.starts_at
      JOIN notice_window ON notice_window.window_id = works_window.id
      JOIN notice ON notice.id = notice_window.notice_id AND notice.state IN ('open', 'done')
      WHERE here.id = ${window.id} AND notice.works_id = ${worksId}
    )
    SELECT min(ends_at) AS end FROM said
    WHERE version >= (SELECT coalesce(max(version) FILTER (WHERE kind IN ('changed', 'extended')), 0) FROM said)`
  return told.parse(rows)[0]?.end ?? null
}

/** When the last message about an extension of these works began to go out; null when none did. */
export async function getLastExtensionOrNull(db: Db, worksId: number): Promise<Date | null> {
  const last = await db.notice.findFirst({
    where: { worksId, kind: 'extended', state: { in: ['open', 'done'] } },
    orderBy: { openedAt: 'desc' },
    select: { openedAt: true },
  })
  return last?.openedAt ?? null
}
