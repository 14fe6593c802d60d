import { type Actor, requireMember } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { endSessions } from '@/lib/auth/session-queries'
import { transaction } from '@/lib/db/client'

/** Ends one of one's own sign-ins, or all but the one that one acts by. Says how many ended. Throws `forbidden` for whoever is no member of staff. */
export async function endOwnSessions(actor: Actor, sessionId: string | undefined, now: Date): Promise<number> {
  const { id, sessionId: keep = '' } = requireMember(actor)
  return transaction(async (db) => {
    const ended = await endSessions(db, id, sessionId ? { id: sessionId } : { keep }, now)
    if (ended > 0) await recordAudit(db, actor, { action: 'staff.sign_out', subject: `staff:${id}`, after: { ended } }, now)
    return ended
  })
}
