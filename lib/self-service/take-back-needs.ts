import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { transaction } from '@/lib/db/client'
import { NEED_CONSENT } from './set-support-needs'

/**
 * Takes the consent to keep support needs back, as easily as it was given (GDPR, art. 7 (3)): all that somebody said goes, also at accounts that are
 * closed by now. Twice is once. Throws `unauthenticated`, `forbidden`.
 */
export async function takeBackNeeds(actor: Actor, now: Date): Promise<void> {
  const { personId } = requireCustomer(actor)
  await transaction(async (db) => {
    const { count: needs } = await db.supportNeed.deleteMany({ where: { personId } })
    const { count } = await db.consent.updateMany({
      where: { personId, kind: NEED_CONSENT, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
    if (needs + count === 0) return
    await recordAudit(db, actor, { action: 'person.take_back_needs', subject: `person:${personId}`, before: { needs } }, now)
  })
}
