import { database } from '@/lib/db/client'
import { toPublicWorks } from '../get-public-works'
import { findPublicRows } from '../public-queries'
import type { PublicWorks } from '../works'
import { readFeedFilter, requireMunicipality } from './feed-filter'
import { findComingReferences } from './feed-queries'

/** All works that run or are to come and fit the filter of a query, soonest first. Anyone may ask. Throws `bad_input` for a filter that is not understood. */
export async function findFilteredWorks(query: URLSearchParams, now: Date): Promise<PublicWorks[]> {
  const db = database()
  const filter = readFeedFilter(query)
  await requireMunicipality(db, filter)
  const rows = await findPublicRows(db, { references: await findComingReferences(db, filter, now) })
  return rows.map((row) => toPublicWorks(row, now))
}
