import { database } from '@/lib/db/client'
import { toPublicWorks } from './get-public-works'
import { findPublicRows } from './public-queries'
import type { PublicWorks } from './works'

/** All works that run or are to come, soonest first. Anyone may ask. */
export async function findPublicWorks(now: Date): Promise<PublicWorks[]> {
  const rows = await findPublicRows(database(), { notOverAt: now })
  return rows.map((row) => toPublicWorks(row, now))
}
