import { Prisma } from '@/lib/db/generated/client'

/**
 * When a message that is written at `now` goes out, as a column beside `contact`: at once, or at the end of the quiet hours that the contact asked
 * for, on the utility's clocks. Not later than `notAfter`: where their end is no use any more it is at once, since silence is worse than a night's
 * disturbance.
 */
export function sendAt(now: Date, notAfter: Date): Prisma.Sql {
  const local = Prisma.sql`(${now}::timestamptz AT TIME ZONE (SELECT zone FROM utility WHERE id = 1))`
  const from = Prisma.sql`contact.quiet_from::time`
  const to = Prisma.sql`contact.quiet_to::time`
  const time = Prisma.sql`${local}::time`
  const isQuiet = Prisma.sql`CASE WHEN ${from} <= ${to} THEN ${time} >= ${from} AND ${time} < ${to} ELSE ${time} >= ${from} OR ${time} < ${to} END`
  const day = Prisma.sql`CASE WHEN ${to} <= ${time} THEN 1 ELSE 0 END`
  const end = Prisma.sql`((${local}::date + ${day} + ${to}) AT TIME ZONE (SELECT zone FROM utility WHERE id = 1))`
  return Prisma.sql`
    CASE WHEN contact.quiet_from IS NULL THEN ${now}::timestamptz
         WHEN (${isQuiet}) AND ${end} < ${notAfter}::timestamptz THEN ${end}
         ELSE ${now}::timestamptz END`
}
