import { database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { areImportsTooOld } from './are-imports-too-old'
import { findOutageRows, isServedOrNull, type OutageRow } from './public-queries'
import type { Outage, Outages } from './works'

function toOutage({ isCancelled, startsAt, endsAt, ...row }: OutageRow, now: Date): Outage {
  const state = isCancelled ? 'cancelled' : startsAt > now ? 'coming' : 'running'
  return { ...row, state, start: startsAt.toISOString(), end: endsAt.toISOString() }
}

/**
 * What is planned at an address from `now` on. Outside the served area, and where imports are older than the utility allows, that is `unknown`
 * unless works are known to touch it: we never say "none planned" without knowing.
 *
 * Anyone may ask. Throws `not_found` for an unknown address.
 */
export async function findOutages(addressId: number, now: Date): Promise<Outages> {
  const db = database()
  const isServed = await isServedOrNull(db, addressId)
  if (isServed === null) throw new AppError('not_found', { reason: 'address_not_found', field: 'id' })
  const asOf = now.toISOString()
  const outages = (await findOutageRows(db, addressId, now)).map((row) => toOutage(row, now))
  if (outages.some((outage) => outage.state !== 'cancelled')) return { status: 'affected', asOf, outages }
  if (!isServed || (await areImportsTooOld(db, now))) return { status: 'unknown', asOf, outages: [] }
  return { status: 'none_planned', asOf, outages }
}
