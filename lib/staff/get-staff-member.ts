import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canManageStaff } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { findSessions, getMember } from './queries'
import type { MemberView, SessionView } from './staff'

export interface StaffMemberDetail extends Omit<MemberView, 'seenAt'> {
  sessions: SessionView[]
  /** Whether whoever looks is this member: then most things are done on the own account's page. */
  isSelf: boolean
}

/** One member with the sign-ins that hold at `now` (real time). Throws `forbidden`, `not_found`. */
export async function getStaffMember(actor: Actor, id: number, now: Date): Promise<StaffMemberDetail> {
  requirePolicy(actor, canManageStaff(actor))
  const db = database()
  const current = actor.kind === 'staff' ? actor.sessionId : undefined
  const [member, sessions] = await Promise.all([getMember(db, id), findSessions(db, id, current, now)])
  return { ...member, sessions, isSelf: actor.kind === 'staff' && actor.id === id }
}
