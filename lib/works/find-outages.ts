import { database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { findOutageRows, isServedOrNull, type OutageRow } from './public-queries'
import type { Outage, Outages } from './works'

function toOutage({ isCancelled, startsAt, endsAt, ...row }: OutageRow, now: Date): Outage {
  const state = isCancelled ? 'cancelled' : startsAt > now ? 'coming' : 'running'
  return { ...row, state, start: startsAt.toISOString(), end: endsAt.toISOString() }
}

/**
 * What is planned at an address from `now` on. Outside the served area that is `unknown`: we never say "none planned" without knowing.
 *
 * Anyone may ask. Throws `not_found` for an unknown address.
 */
export async function findOutages(addressId: number, now: Date): Promise<Outages> {
  const isServed = await isServedOrNull(database(), addressId)
  if (isServed === null) throw new AppError('not_found', { reason: 'address_not_found', field: 'id' })
  const asOf = now.toISOString()
  if (!isServed) return { status: 'unknown', asOf, outages: [] }
  const outages = (await findOutageRows(database(), addressId, now)).map((row) => toOutage(row, now))
  const isAffected = outages.some((outage) => outage.state !== 'cancelled')
  return { status: isAffected ? 'affected' : 'none_planned', asOf, outages }
}
