import { askInTime } from '@/lib/db/ask-in-time'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { findOutages } from './find-outages'
import type { Outages } from './works'

async function lookUp(addressId: number, now: Date): Promise<Outages> {
  try {
    return await askInTime(() => findOutages(addressId, now))
  } catch (error) {
    if (error instanceof AppError) throw error
    logger.error({ err: error }, 'outages cannot be looked up')
    return { status: 'unknown', asOf: now.toISOString(), outages: [] }
  }
}

/**
 * `findOutages`, but trouble with the database is answered as `unknown` instead of thrown: nobody may read "none planned", nor
 * nothing at all, because we could not look. `unknown` says whom to call. Throws `not_found` for an unknown address.
 */
export async function findOutagesOrUnknown(addressId: number, now: Date): Promise<Outages> {
  const outages = await lookUp(addressId, now)
  return outages.status === 'unknown' ? { ...outages, phone: (await getKnownUtility())?.phone ?? null } : outages
}
