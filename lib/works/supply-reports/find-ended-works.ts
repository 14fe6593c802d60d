import { askInTime } from '@/lib/db/ask-in-time'
import { database } from '@/lib/db/client'
import { logger } from '@/lib/logger'
import { findEndedRows } from './queries'
import type { EndedWorks } from './supply-report'

/** The works that were to be over at an address by now, of which people may say that they still have no supply. Anyone may ask. Never throws. */
export async function findEndedWorks(addressId: number, now: Date): Promise<EndedWorks[]> {
  try {
    const rows = await askInTime(() => findEndedRows(database(), addressId, now))
    return rows.map(({ worksId: _, ...ended }) => ended)
  } catch (error) {
    logger.error({ err: error }, 'works that have ended at an address cannot be read')
    return []
  }
}
