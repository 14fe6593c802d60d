import { Prisma } from '@/lib/db/generated/client'

/** Paused until somebody resumes it. No infinite time: neither Prisma nor JavaScript reads one, and the table takes none. */
export const FOR_GOOD = new Date('9999-12-31T00:00:00Z')

/** Whether somebody stopped what a subscription tells, for good: a condition on `subscription`. A pause for a while is none of that. */
export const IS_STOPPED = Prisma.sql`(subscription.paused_until IS NOT DISTINCT FROM ${FOR_GOOD}::timestamptz)`
