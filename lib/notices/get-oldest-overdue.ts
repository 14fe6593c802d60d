import { type Db, database } from '@/lib/db/client'

interface Row {
  dueAt: Date | null
}

/** Since when the message or notice that has waited longest should have been under way; null when nothing is due at `now`. */
export async function getOldestOverdue(now: Date, db: Db = database()): Promise<Date | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT least(
      (SELECT min(next_attempt_at) FROM message WHERE state = 'queued' AND next_attempt_at <= ${now}),
      (SELECT min(due_at) FROM notice WHERE state = 'planned' AND due_at <= ${now})
    ) AS "dueAt"`
  return row?.dueAt ?? null
}
