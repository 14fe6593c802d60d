import type { Db } from '@/lib/db/client'
import type { ImportCounts, ImportField } from './imports'
import type { Row } from './row'
import type { RowSource } from './row-source'
import type { StagingTable } from './staged-rows'

/** A row as it is staged. */
export interface StagedRow {
  line: number
}

/** What one kind of import knows of its domain. Every step but `read` is one or few statements over all rows of the run. */
export interface ImportPlan<T extends StagedRow> {
  kind: string
  /** Its staging table, which it shares with no other kind. */
  table: StagingTable
  fields: readonly ImportField[]
  /** Opens a file whose rows are more than a line or a point; openSource where it is left out. */
  open?(file: string): Promise<RowSource & { bytes: number }>
  /** Reads one row, or throws `bad_input` with what is wrong with it. */
  read(row: Row, line: number): T
  /** What no two rows of a file may share, as a text. Where it ascends through the file, nobody looks for repeated rows. */
  key?(row: T): string
  /** Writes a group of rows to the staging table. */
  stage(db: Db, runId: number, rows: readonly T[]): Promise<void>
  /**
   * Adds the rows that fail as a set to staging.rejected_row. Rows that were rejected before may be judged again: the first reason stays.
   * `mayRepeat` is false where the keys of all rows are known to differ.
   */
  check(db: Db, runId: number, mayRepeat: boolean): Promise<void>
  /** Brings the staged rows, `count` of them, into the tables, inside the caller's transaction. */
  merge(db: Db, runId: number, count: number): Promise<ImportCounts>
}
