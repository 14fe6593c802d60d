import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { HandoffDay } from './handoff'

/** In milliseconds. */
const LOOK_BACK = 30 * 86_400_000

const rows = z.array(z.object({ day: z.string(), handedOver: z.coerce.number(), inTime: z.coerce.number() }))

/** The days up to `now` on which notices were due that are finished, on the clocks of `zone`, newest first. */
export async function findHandoffDays(db: Db, zone: string, now: Date): Promise<HandoffDay[]> {
  const found = await db.$queryRaw`
    SELECT to_char(due_at AT TIME ZONE ${zone}::text, 'YYYY-MM-DD') AS day, sum(handed_over) AS "handedOver", sum(handed_over_in_time) AS "inTime"
    FROM notice
    WHERE due_at > ${new Date(now.getTime() - LOOK_BACK)} AND due_at <= ${now} AND handed_over > 0
    GROUP BY day ORDER BY day DESC`
  return rows.parse(found)
}
