import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { endCustomerSessions } from '@/lib/auth/customer-session-queries'
import { database } from '@/lib/db/client'

/** Ends one of one's own sign-ins, or all but the one that one acts by. Says how many ended. `now` is real time. Throws `unauthenticated`, `forbidden`. */
export async function endOwnSignIns(actor: Actor, sessionId: string | undefined, now: Date): Promise<number> {
  const { personId, sessionId: own } = requireCustomer(actor)
  return endCustomerSessions(database(), personId, sessionId ? { id: sessionId } : { ...(own && { keep: own }) }, now)
}
