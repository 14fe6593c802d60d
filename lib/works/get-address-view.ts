import type { AddressDetail } from '@/lib/addresses/addresses'
import { getAddress } from '@/lib/addresses/queries'
import { readAddressId } from '@/lib/addresses/read-address-id'
import { askInTime } from '@/lib/db/ask-in-time'
import { database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { findOutagesOrUnknown } from './find-outages-or-unknown'
import { toPublicWorks } from './get-public-works'
import { findChangeRowsAt } from './history/change-queries'
import type { PublicChange } from './history/public-change'
import { toChanges } from './history/to-changes'
import { findPublicRows } from './public-queries'
import type { Outages, PublicWorks } from './works'

export interface AddressView {
  /** Null while the database does not answer. */
  address: AddressDetail | null
  outages: Outages
  /** The works that the outages are of. */
  works: PublicWorks[]
  /** What was told of works here in the last weeks, newest first. */
  changes: PublicChange[]
}

/** For so long, in milliseconds, works that are over are still told of: a month, as a bill is looked at again. */
const REMEMBERED = 30 * 86_400_000

async function getAddressOrNull(id: number): Promise<AddressDetail | null> {
  try {
    return await askInTime(() => getAddress(id))
  } catch (error) {
    if (error instanceof AppError) throw error
    return null
  }
}

/** What stands beside the answer. Without it the answer stands alone. */
async function findBeside(id: number, outages: Outages, now: Date): Promise<Pick<AddressView, 'works' | 'changes'>> {
  if (outages.status === 'unknown') return { works: [], changes: [] }
  try {
    const references = [...new Set(outages.outages.map(({ reference }) => reference))]
    const rows = references.length > 0 ? await askInTime(() => findPublicRows(database(), { references })) : []
    const changes = await askInTime(() => findChangeRowsAt(database(), id, new Date(now.getTime() - REMEMBERED)))
    return { works: rows.map((row) => toPublicWorks(row, now)), changes: toChanges(changes) }
  } catch (error) {
    logger.error({ err: error }, 'what stands beside the outages of an address cannot be read')
    return { works: [], changes: [] }
  }
}

/** All that the page of an address shows. Throws `not_found`, and nothing else: without the database the answer is `unknown`. */
export async function getAddressView(idText: string, now: Date): Promise<AddressView> {
  const id = readAddressId(idText)
  const outages = await findOutagesOrUnknown(id, now)
  return { address: await getAddressOrNull(id), outages, ...(await findBeside(id, outages, now)) }
}
