import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'
import { CustomerSignInMethod } from '@/lib/db/generated/enums'
import { CUSTOMER_SESSION_SECONDS, type CustomerSession } from './customer-session'
import type { CustomerTicket } from './customer-ticket'

/** Milliseconds by which "last seen" may be behind: one write in this time, however much somebody clicks. */
const SEEN_EVERY = 5 * 60_000

/** Days for which an ended sign-in is still known: longer than a ticket, so that none works twice. */
const KEPT_DAYS = 30

/** A browser's name may be as long as it likes; this much tells one from another. */
const AGENT_LENGTH = 200

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const rows = z.array(z.object({ id: z.string(), personId: z.number(), method: z.enum(CustomerSignInMethod), seenAt: z.date() }))

/** Notes the sign-in that a ticket is for, and forgets this person's old ones. Null where the ticket was used before, or its person is gone. */
export async function insertCustomerSession(
  db: Db,
  { sessionId: id, personId, method }: CustomerTicket,
  { client, agent }: { client: string; agent: string },
  now: Date,
): Promise<string | null> {
  const longAgo = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  await db.customerSession.deleteMany({ where: { personId, OR: [{ expiresAt: { lt: longAgo } }, { endedAt: { lt: longAgo } }] } })
  const expiresAt = new Date(now.getTime() + CUSTOMER_SESSION_SECONDS[method] * 1000)
  const inserted = await db.$executeRaw`
    INSERT INTO customer_session (id, person_id, method, created_at, seen_at, expires_at, client, agent)
    SELECT ${id}::uuid, person.id, ${method}::customer_sign_in_method, ${now}, ${now}, ${expiresAt}, ${client}, ${agent.slice(0, AGENT_LENGTH)}
    FROM person WHERE person.id = ${personId}
    ON CONFLICT (id) DO NOTHING`
  return inserted === 1 ? id : null
}

/** The customer's sign-in with this id, in one query: null when it has ended or expired. */
export async function getCustomerSessionOrNull(id: string, now: Date): Promise<CustomerSession | null> {
  if (!UUID.test(id)) return null
  const found = await database().$queryRaw`
    SELECT id::text, person_id AS "personId", method::text, seen_at AS "seenAt"
    FROM customer_session WHERE id = ${id}::uuid AND ended_at IS NULL AND expires_at > ${now}`
  return rows.parse(found)[0] ?? null
}

/** Notes that a sign-in was used, unless that was done a moment ago. */
export async function touchCustomerSession({ id, seenAt }: CustomerSession, now: Date): Promise<void> {
  if (now.getTime() - seenAt.getTime() < SEEN_EVERY) return
  await database().customerSession.updateMany({ where: { id, endedAt: null }, data: { seenAt: now } })
}

/** Ends a person's sign-ins from the next request on: the one named, or all but `keep`. Says how many there were. */
export async function endCustomerSessions(db: Db, personId: number, which: { id?: string; keep?: string }, now: Date): Promise<number> {
  const { id, keep } = which
  if ((id && !UUID.test(id)) || (keep && !UUID.test(keep))) return 0
  const where = { personId, endedAt: null, expiresAt: { gt: now }, ...(id && { id }), ...(keep && { NOT: { id: keep } }) }
  const { count } = await db.customerSession.updateMany({ where, data: { endedAt: now } })
  return count
}
