import type { Db } from '@/lib/db/client'
import type { SubscriptionRole } from '@/lib/db/generated/enums'
import { AppError, badInput } from '@/lib/errors'
import { findEnrolledAddresses, MOST_ADDRESSES, renewBy } from './enrol/enrolment-rules'

export interface Subscribed {
  accountIds: number[]
  addressIds: number[]
  role: SubscriptionRole
}

async function requireAddresses(db: Db, addressIds: number[]): Promise<void> {
  const count = await db.address.count({ where: { id: { in: addressIds } } })
  if (count < new Set(addressIds).size) throw new AppError('not_found', { reason: 'address_unknown', field: 'addressId' })
}

/**
 * Has a contact, which the caller has locked, hear of accounts and addresses; of those that it hears of already the rest stays as it is, save that
 * an enrolment lasts a year from now. Throws `not_found` for an address that there is not, and `bad_input` for more than five of them without a
 * contract; building managers may have any number.
 */
export async function subscribe(db: Db, contactId: number, { accountIds, addressIds, role }: Subscribed, now: Date): Promise<void> {
  const isResident = role !== 'building_manager'
  if (addressIds.length > 0) await requireAddresses(db, addressIds)
  if (addressIds.length > 0 && isResident) {
    const all = new Set([...(await findEnrolledAddresses(db, contactId)), ...addressIds])
    if (all.size > MOST_ADDRESSES) throw badInput('too_many_addresses', 'addressId', { max: MOST_ADDRESSES })
  }
  if (accountIds.length > 0)
    await db.$executeRaw`
      INSERT INTO subscription (contact_id, account_id, role, created_at)
      SELECT ${contactId}, id, ${role}::subscription_role, ${now} FROM unnest(${accountIds}::int[]) AS account (id)
      ON CONFLICT DO NOTHING`
  if (addressIds.length === 0) return
  const enrolment = { role: isResident ? 'resident' : role, renewBy: isResident ? renewBy(now) : null }
  await db.$executeRaw`
    INSERT INTO subscription (contact_id, address_id, role, created_at, renew_by)
    SELECT ${contactId}, id, ${enrolment.role}::subscription_role, ${now}, ${enrolment.renewBy}::timestamptz
    FROM unnest(${addressIds}::int[]) AS address (id)
    ON CONFLICT (contact_id, address_id) DO UPDATE SET
      role = CASE WHEN excluded.renew_by IS NULL THEN excluded.role ELSE subscription.role END,
      renew_by = CASE WHEN subscription.renew_by IS NOT NULL THEN excluded.renew_by END,
      renewal_asked_at = NULL`
}
