import { database } from '@/lib/db/client'
import { toPublicWorks } from '../get-public-works'
import { findPublicRows } from '../public-queries'
import type { PublicWorks } from '../works'
import { type ComingFilter, PAGE } from './coming-filter'
import { findComingReferences } from './coming-queries'

export interface ComingWorks {
  /** Those of the page that is asked for, the next first. */
  works: PublicWorks[]
  /** How many fit the filter, on all pages. */
  total: number
}

/** Works that run or are to come at `now`, a page at a time. Anyone may ask. */
export async function findComingWorks(filter: ComingFilter, now: Date, limit = PAGE): Promise<ComingWorks> {
  const { references, total } = await findComingReferences(database(), filter, now, limit)
  const rows = await findPublicRows(database(), { references })
  const works = rows.map((row) => toPublicWorks(row, now))
  return { total, works: works.toSorted((a, b) => references.indexOf(a.reference) - references.indexOf(b.reference)) }
}
