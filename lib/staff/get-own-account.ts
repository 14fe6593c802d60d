import { type Actor, requireMember } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { StaffRole } from '@/lib/db/generated/enums'
import { findRequiredFactorRoles, findSessions } from './queries'
import type { SessionView } from './staff'

export interface OwnAccount {
  email: string
  name: string
  role: StaffRole
  hasFactor: boolean
  /** Whether one's role must have a second factor: then it cannot be taken away. */
  isFactorRequired: boolean
  /** Recovery codes that were not used yet. */
  recoveryCodes: number
  sessions: SessionView[]
}

/** One's own account and the sign-ins that hold at `now` (real time). Throws `forbidden` for whoever is no member of staff. */
export async function getOwnAccount(actor: Actor, now: Date): Promise<OwnAccount> {
  const { id, email, name, role, sessionId } = requireMember(actor)
  const db = database()
  const [sessions, required, factor] = await Promise.all([
    findSessions(db, id, sessionId, now),
    findRequiredFactorRoles(db),
    db.staffFactor.findUnique({
      where: { staffId: id, confirmedAt: { not: null } },
      select: { _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
    }),
  ])
  const recoveryCodes = factor?._count.recoveryCodes ?? 0
  return { email, name, role, hasFactor: factor !== null, isFactorRequired: required.includes(role), recoveryCodes, sessions }
}
