import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'
import { StaffRole, StaffSignInMethod } from '@/lib/db/generated/enums'
import { SESSION_SECONDS, type SignInPlace, type StaffSession } from './staff-session'

/** Milliseconds by which "last seen" may be behind: one write in this time, however much somebody clicks. */
const SEEN_EVERY = 5 * 60_000

/** Days for which an ended sign-in is still known. */
const KEPT_DAYS = 30

/** A browser's name may be as long as it likes; this much tells one from another. */
const AGENT_LENGTH = 200

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const rows = z.array(
  z.object({
    id: z.string(),
    staffId: z.number(),
    email: z.string(),
    name: z.string(),
    role: z.enum(StaffRole),
    method: z.enum(StaffSignInMethod),
    seenAt: z.date(),
    hasFactor: z.boolean(),
    needsFactor: z.boolean(),
  }),
)

/** Notes a sign-in, always under a new id, and forgets this member's old ones. */
export async function insertSession(db: Db, staffId: number, { method, client, agent }: SignInPlace, now: Date): Promise<string> {
  const longAgo = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  await db.staffSession.deleteMany({ where: { staffId, OR: [{ expiresAt: { lt: longAgo } }, { endedAt: { lt: longAgo } }] } })
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000)
  const data = { id: randomUUID(), staffId, method, client, agent: agent.slice(0, AGENT_LENGTH), createdAt: now, seenAt: now, expiresAt }
  const { id } = await db.staffSession.create({ data, select: { id: true } })
  return id
}

/** The sign-in with this id, in one query: null when it has ended or expired, or its member may no longer work here. */
export async function getSessionOrNull(id: string, now: Date): Promise<StaffSession | null> {
  if (!UUID.test(id)) return null
  const found = await database().$queryRaw`
    SELECT session.id::text, staff.id AS "staffId", staff.email, staff.name, staff.role::text, session.method::text, session.seen_at AS "seenAt",
           factor.confirmed_at IS NOT NULL AS "hasFactor",
           session.method = 'password' AND factor.confirmed_at IS NULL
             AND coalesce(staff.role = ANY (rules.required_factor_roles), false) AS "needsFactor"
    FROM staff_session session
    JOIN staff_user staff ON staff.id = session.staff_id AND staff.active
    LEFT JOIN staff_factor factor ON factor.staff_id = staff.id
    LEFT JOIN staff_rules rules ON rules.id = 1
    WHERE session.id = ${id}::uuid AND session.ended_at IS NULL AND session.expires_at > ${now}`
  const [row] = rows.parse(found)
  if (!row) return null
  const { staffId, email, name, role, ...session } = row
  return { ...session, member: { id: staffId, email, name, role } }
}

/** Notes that a sign-in was used, unless that was done a moment ago. */
export async function touchSession({ id, seenAt }: StaffSession, now: Date): Promise<void> {
  if (now.getTime() - seenAt.getTime() < SEEN_EVERY) return
  await database().staffSession.updateMany({ where: { id, endedAt: null }, data: { seenAt: now } })
}

/** Ends a member's sign-ins from the next request on: the one named, or all but `keep`. Says how many there were. */
export async function endSessions(db: Db, staffId: number, which: { id?: string; keep?: string }, now: Date): Promise<number> {
  const { id, keep } = which
  if ((id && !UUID.test(id)) || (keep && !UUID.test(keep))) return 0
  const where = { staffId, endedAt: null, expiresAt: { gt: now }, ...(id && { id }), ...(keep && { NOT: { id: keep } }) }
  const { count } = await db.staffSession.updateMany({ where, data: { endedAt: now } })
  return count
}
