import type { Db } from '@/lib/db/client'
import { findEnrolledAddresses, MOST_ADDRESSES } from '../enrol/enrolment-rules'

/** Enrolments that would be more than a contact may have; the newest of them are left out. */
async function dropSurplus(db: Db, from: number, to: number): Promise<number> {
  const known = await findEnrolledAddresses(db, to)
  const room = Math.max(0, MOST_ADDRESSES - known.length)
  return db.$executeRaw`
    DELETE FROM subscription WHERE id IN (
      SELECT id FROM subscription
      WHERE contact_id = ${from} AND role = 'resident' AND address_id IS NOT NULL AND address_id <> ALL (${known}::int[])
      ORDER BY id OFFSET ${room}::int
    )`
}

/**
 * Has one contact hear of all that another one hears of: where both do, of the topics of either, and as soon and as long as either (who said last that
 * they live there is asked a year later); who looks after a building does so still. The other one hears of nothing any more. Returns how many enrolments were left out because there would be more than five.
 */
export async function moveSubscriptions(db: Db, from: number, to: number): Promise<number> {
  const leftOut = await dropSurplus(db, from, to)
  await db.$executeRaw`
    UPDATE subscription kept SET
      topics = (SELECT array_agg(DISTINCT one) FROM unnest(kept.topics || gone.topics) AS one),
      paused_until = CASE WHEN kept.paused_until IS NOT NULL AND gone.paused_until IS NOT NULL THEN least(kept.paused_until, gone.paused_until) END,
      role = CASE WHEN gone.role = 'building_manager' THEN gone.role ELSE kept.role END,
      renewal_asked_at = CASE WHEN gone.renew_by > kept.renew_by THEN gone.renewal_asked_at ELSE kept.renewal_asked_at END,
      renew_by = CASE WHEN kept.renew_by IS NOT NULL AND gone.renew_by IS NOT NULL THEN greatest(kept.renew_by, gone.renew_by) END
    FROM subscription gone
    WHERE gone.contact_id = ${from} AND kept.contact_id = ${to} AND (kept.account_id = gone.account_id OR kept.address_id = gone.address_id)`
  await db.$executeRaw`
    UPDATE subscription SET contact_id = ${to}
    WHERE contact_id = ${from} AND NOT EXISTS (
      SELECT FROM subscription kept
      WHERE kept.contact_id = ${to} AND (kept.account_id = subscription.account_id OR kept.address_id = subscription.address_id))`
  await db.subscription.deleteMany({ where: { contactId: from } })
  return leftOut
}
