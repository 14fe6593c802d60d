import type { Db } from '@/lib/db/client'
import { inBatches } from './batches'

/** One table's share of the seed: its rows, and the statement that inserts a batch of them. */
export interface Write {
  /** What the progress bar says meanwhile. */
  step: string
  rows: number
  run(db: Db, onRows: (count: number) => void): Promise<void>
}

/** A write of `rows`, 5,000 at a time. */
export function writeOf<Row>(step: string, rows: readonly Row[], insert: (db: Db, rows: readonly Row[]) => Promise<unknown>): Write {
  return { step, rows: rows.length, run: (db, onRows) => inBatches(rows, (batch) => insert(db, batch), onRows) }
}
