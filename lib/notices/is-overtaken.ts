import type { Db } from '@/lib/db/client'

/**
 * Whether a later stage of the same works and windows is due at `now` too, as when nothing ran for a day: then it alone is told, since two
 * messages in the same minute would say the same thing twice.
 */
export async function isOvertaken(db: Db, noticeId: number, now: Date): Promise<boolean> {
  const later = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM notice
    JOIN notice later ON later.works_id = notice.works_id AND later.version = notice.version AND later.due_at > notice.due_at
    WHERE notice.id = ${noticeId} AND later.state = 'planned' AND later.due_at <= ${now} AND later.not_after > ${now}
      AND later.kind IN ('legal', 'advance', 'day_before', 'same_day')
      AND NOT EXISTS (
        SELECT FROM notice_window mine WHERE mine.notice_id = notice.id AND NOT EXISTS (
          SELECT FROM notice_window theirs WHERE theirs.notice_id = later.id AND theirs.window_id = mine.window_id
        )
      )
    LIMIT 1`
  return later.length > 0
}
