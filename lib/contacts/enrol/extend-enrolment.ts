import type { Db } from '@/lib/db/client'
import { type Enrolment, renewBy } from './enrolment-rules'

/** Makes an enrolment last a year from now. Says whether there is such a one. */
export async function extendEnrolment(db: Db, { contactId, addressId }: Enrolment, now: Date): Promise<boolean> {
  const where = { contactId, addressId, renewBy: { not: null } }
  const { count } = await db.subscription.updateMany({ where, data: { renewBy: renewBy(now), renewalAskedAt: null } })
  return count > 0
}
