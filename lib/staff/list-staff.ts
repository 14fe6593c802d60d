import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canManageStaff } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { findInvitations, findMembers, findRequiredFactorRoles } from './queries'
import type { StaffView } from './staff'

/** Everybody who works or worked here, who is invited, and who must have a second factor. `now` is real time. */
export async function listStaff(actor: Actor, now: Date): Promise<StaffView> {
  requirePolicy(actor, canManageStaff(actor))
  const db = database()
  const [members, invitations, requiredFactorRoles] = await Promise.all([
    findMembers(db),
    findInvitations(db, now),
    findRequiredFactorRoles(db),
  ])
  return { members, invitations, requiredFactorRoles }
}
