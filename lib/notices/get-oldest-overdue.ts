import { type Db, database } from '@/lib/db/client'

interface Row {
  dueAt: Date | null
}

/** While messages are handed over, the others only wait for their turn; when none was for so long, in minutes, nobody hands them over. */
const STANDSTILL = 15

/**
 * Since when the message or notice that has waited longest should have been under way; null when nothing is due at `now`. Messages that wait for
 * a sender which is at work are not overdue.
 */
export async function getOldestOverdue(now: Date, db: Db = database()): Promise<Date | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT least(
      (SELECT min(waiting.next_attempt_at)
       FROM notice
       CROSS JOIN LATERAL (
         SELECT next_attempt_at FROM message
         WHERE message.notice_id = notice.id AND state = 'queued' AND next_attempt_at <= ${now}
         ORDER BY next_attempt_at LIMIT 1
       ) waiting
       WHERE notice.state = 'open'
         AND NOT EXISTS (SELECT FROM sender_pace WHERE next_at > clock_timestamp() - ${STANDSTILL} * interval '1 minute')),
      (SELECT min(due_at) FROM notice WHERE state = 'planned' AND due_at <= ${now})
    ) AS "dueAt"`
  return row?.dueAt ?? null
}
