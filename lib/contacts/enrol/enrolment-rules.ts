import type { Db } from '@/lib/db/client'

/** Nobody lives at more; who looks after more buildings is a building manager. */
export const MOST_ADDRESSES = 5

/** One enrolment without a contract: who hears, and of which address. */
export interface Enrolment {
  contactId: number
  addressId: number
}

/** A year later somebody says again that they live there. */
export function renewBy(now: Date): Date {
  const by = new Date(now)
  by.setUTCFullYear(by.getUTCFullYear() + 1)
  return by
}

/** The addresses that a contact follows as a resident, without a contract. */
export async function findEnrolledAddresses(db: Db, contactId: number): Promise<number[]> {
  const where = { contactId, role: 'resident', addressId: { not: null } } as const
  const rows = await db.subscription.findMany({ where, select: { addressId: true } })
  return rows.flatMap(({ addressId }) => (addressId === null ? [] : [addressId]))
}
