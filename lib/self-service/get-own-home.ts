import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { findAccountsOf, findEnrolmentsOf } from './own-queries'
import { findTold } from './own-told-queries'
import type { OwnAccount, OwnEnrolment } from './self-service'
import { findOutagesAt, statusOf, UNKNOWN } from './supply-status'

export interface OwnHome {
  accounts: OwnAccount[]
  /** Addresses without a contract; those of building managers have a page of their own. */
  enrolments: OwnEnrolment[]
}

/** All that somebody is told of: their accounts and the addresses they follow, with what is planned there. Throws `unauthenticated`, `forbidden`. */
export async function getOwnHome(actor: Actor, now: Date): Promise<OwnHome> {
  const { personId } = requireCustomer(actor)
  const db = database()
  const [accounts, enrolments, told] = await Promise.all([
    findAccountsOf(db, [personId]),
    findEnrolmentsOf(db, [personId]),
    findTold(
      db,
      personId,
      Prisma.sql`contact.person_id = ${personId} AND subscription.address_id IS NOT NULL AND subscription.role <> 'building_manager'`,
      now,
    ),
  ])
  const followed = enrolments.filter(({ addressId }) => told.some((one) => one.addressId === addressId))
  const addresses = new Map(followed.map((row) => [row.addressId, row]))
  const outages = await findOutagesAt([...accounts.flatMap(({ addressId }) => addressId ?? []), ...addresses.keys()], now)
  return {
    accounts: accounts.map(({ id, number, service, address, addressId }) => {
      const at = addressId === null ? undefined : outages.get(addressId)
      return { id, number, service, address, addressId, ...(at ? statusOf(at, service) : UNKNOWN) }
    }),
    enrolments: [...addresses.values()].map(({ addressId, address, renewBy }) => {
      const at = outages.get(addressId)
      const own = told.filter((one) => one.addressId === addressId).map((one) => one.told)
      return { addressId, address, renewBy: renewBy?.toISOString() ?? null, told: own, ...(at ? statusOf(at) : UNKNOWN) }
    }),
  }
}
