import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { areImportsTooOld } from '../are-imports-too-old'
import { isServedOrNull } from '../public-queries'
import type { WorksTellings } from './telling'

/** Imports come by the day: so long, in seconds, nobody need ask again. */
const RETRY = 3600

/**
 * A feed without works says "nothing planned". Throws `not_found` where nobody knows that, because the address is not served, and `unavailable` where
 * imports are older than the utility allows. What was told is told in any case.
 */
export async function requireKnown(db: Db, addressId: number, told: readonly WorksTellings[], now: Date): Promise<void> {
  if (told.length > 0) return
  if (!(await isServedOrNull(db, addressId))) throw new AppError('not_found', { reason: 'address_not_served', field: 'id' })
  if (await areImportsTooOld(db, now)) throw new AppError('unavailable', { reason: 'feed_unavailable', params: { seconds: RETRY } })
}
