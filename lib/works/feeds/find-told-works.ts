import { type Db, database } from '@/lib/db/client'
import { toPublicWorks } from '../get-public-works'
import { findPublicRows } from '../public-queries'
import type { PublicWorks } from '../works'
import type { FeedFilter } from './feed-filter'
import { findToldReferences } from './feed-queries'
import { REMEMBERED, type Telling, type WorksTellings } from './telling'
import { findTellingsOf } from './telling-queries'

/** Works as anyone may read them, and all that was told of them. */
export interface ToldWorks {
  works: PublicWorks
  tellings: Telling[]
}

/** Puts the works beside what was told of them. */
export async function withWorks(db: Db, told: readonly WorksTellings[], now: Date): Promise<ToldWorks[]> {
  const tellings = new Map(told.map((one) => [one.reference, one.tellings]))
  const rows = await findPublicRows(db, { references: [...tellings.keys()] })
  return rows.map((row) => ({ works: toPublicWorks(row, now), tellings: tellings.get(row.reference) ?? [] }))
}

/** Works that fit a filter and run, are to come, or ended or were cancelled lately. */
export async function findToldWorks(filter: FeedFilter, now: Date): Promise<ToldWorks[]> {
  const db = database()
  const references = await findToldReferences(db, filter, new Date(now.getTime() - REMEMBERED))
  return withWorks(db, await findTellingsOf(db, references), now)
}
