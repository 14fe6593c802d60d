import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import type { ContactEnd } from './queries'

const HOUR = 3600
const DAY = 24 * HOUR

/** A household asks for one code, and for another when the first is slow. */
const BY_END = { hour: 5, day: 12 }
/** Numbers that differ in their last three digits only: who is paid for SMS buys them by the thousand, and neighbours in it are rare. */
const RANGE_DIGITS = 3
const BY_RANGE = { hour: 10, day: 40 }
/** A town of 100,000 people that all enrol within a month asks for 140 an hour; more is somebody who spends our money. */
const SMS_OF_ALL = { hour: 600, day: 4_000 }

const counts = z.array(
  z.object({
    endHour: z.number(),
    endDay: z.number(),
    rangeHour: z.number(),
    rangeDay: z.number(),
    smsHour: z.number(),
    smsDay: z.number(),
  }),
)

/**
 * Lets pass whoever may ask for a code or link to this end once more. Counted in the database, for all processes together, and alike whether anybody
 * has the end. Throws `too_many_requests` with the seconds after which it is worth asking again.
 */
export async function requireProofAllowed(db: Db, { channel, value }: ContactEnd, now: Date): Promise<void> {
  // One at a time: many at once would each find room for one more. Held until the caller's transaction ends, which writes little after that.
  await db.$queryRaw`SELECT id FROM utility FOR NO KEY UPDATE`
  const range = channel === 'sms' ? value.slice(0, -RANGE_DIGITS) : value
  const hourAgo = new Date(now.getTime() - HOUR * 1000)
  const rows = await db.$queryRaw`
    SELECT count(*) FILTER (WHERE value = ${value} AND created_at > ${hourAgo})::int AS "endHour",
           count(*) FILTER (WHERE value = ${value})::int AS "endDay",
           count(*) FILTER (WHERE starts_with(value, ${range}) AND created_at > ${hourAgo})::int AS "rangeHour",
           count(*) FILTER (WHERE starts_with(value, ${range}))::int AS "rangeDay",
           count(*) FILTER (WHERE created_at > ${hourAgo})::int AS "smsHour",
           count(*)::int AS "smsDay"
    FROM contact_proof
    WHERE channel = ${channel}::channel AND created_at > ${new Date(now.getTime() - DAY * 1000)}`
  const [count] = counts.parse(rows)
  if (!count) return
  const isSms = channel === 'sms'
  const isHourOver = count.endHour >= BY_END.hour || (isSms && (count.rangeHour >= BY_RANGE.hour || count.smsHour >= SMS_OF_ALL.hour))
  const isDayOver = count.endDay >= BY_END.day || (isSms && (count.rangeDay >= BY_RANGE.day || count.smsDay >= SMS_OF_ALL.day))
  if (isDayOver) throw new AppError('too_many_requests', { reason: 'too_many_codes_today', params: { seconds: DAY } })
  if (isHourOver) throw new AppError('too_many_requests', { reason: 'too_many_codes', params: { seconds: HOUR } })
}
