import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canManageStaff } from '@/lib/auth/policies'
import { endSessions } from '@/lib/auth/session-queries'
import { transaction } from '@/lib/db/client'
import { getMember } from './queries'

/** Signs a member out everywhere, or by one sign-in only, from the next request on. Says how many ended. Throws `forbidden`, `not_found`. */
export async function endMemberSessions(actor: Actor, id: number, sessionId: string | undefined, now: Date): Promise<number> {
  requirePolicy(actor, canManageStaff(actor))
  return transaction(async (db) => {
    await getMember(db, id)
    const ended = await endSessions(db, id, sessionId ? { id: sessionId } : {}, now)
    if (ended > 0) await recordAudit(db, actor, { action: 'staff.sign_out', subject: `staff:${id}`, after: { ended } }, now)
    return ended
  })
}
