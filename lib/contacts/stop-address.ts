import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError, badInput } from '@/lib/errors'
import { findEnrolledAddresses, MOST_ADDRESSES, renewBy } from './enrol/enrolment-rules'
import { rememberRefusals } from './refusals'
import { FOR_GOOD, IS_STOPPED } from './stopped'

const ofAccountsAt = (addressId: number) => Prisma.sql`
  account_id IS NOT NULL AND service_point_id IN (SELECT id FROM service_point WHERE address_id = ${addressId})`

/**
 * Has a contact hear no more of one address: enrolled there it is dropped; as a contact of a contract it pauses until somebody resumes it, here or on
 * their page. Twice is once.
 */
export async function stopAddress(db: Db, contactId: number, addressId: number): Promise<void> {
  await rememberRefusals(db, Prisma.sql`contact_id = ${contactId} AND address_id = ${addressId}`)
  await db.$executeRaw`DELETE FROM subscription WHERE contact_id = ${contactId} AND address_id = ${addressId}`
  await db.$executeRaw`UPDATE subscription SET paused_until = ${FOR_GOOD} WHERE contact_id = ${contactId} AND ${ofAccountsAt(addressId)}`
}

/** Takes that back: what paused goes on; where there is no contract, it is enrolled anew. Throws `bad_input` where it follows five others by now, `not_found` where it was taken away. */
export async function resumeAddress(db: Db, contactId: number, addressId: number, now: Date): Promise<void> {
  const resumed = await db.$executeRaw`
    UPDATE subscription SET paused_until = NULL WHERE contact_id = ${contactId} AND ${IS_STOPPED} AND ${ofAccountsAt(addressId)}`
  if (resumed > 0) return
  const known = await db.$queryRaw<unknown[]>`SELECT id FROM contact WHERE id = ${contactId} AND state <> 'unconfirmed' FOR UPDATE`
  // One that its person took away meanwhile stays for the ledger alone.
  if (known.length === 0) throw new AppError('not_found', { reason: 'unsubscribe_link_wrong' })
  const contact = await db.contact.findUnique({ where: { id: contactId }, select: { person: { select: { buildingManager: true } } } })
  const isManager = contact?.person.buildingManager != null
  const others = (await findEnrolledAddresses(db, contactId)).filter((id) => id !== addressId)
  if (!isManager && others.length >= MOST_ADDRESSES) throw badInput('too_many_addresses', undefined, { max: MOST_ADDRESSES })
  const role = isManager ? 'building_manager' : 'resident'
  await db.subscription.createMany({
    data: { contactId, addressId, role, renewBy: isManager ? null : renewBy(now), createdAt: now },
    skipDuplicates: true,
  })
}
