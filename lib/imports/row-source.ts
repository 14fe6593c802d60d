/** One row as the file has it. */
export interface SourceRow {
  line: number
  /** In the order of the source's columns; fewer or more where the row is malformed. */
  cells: string[]
  /** Reason code where the reader itself found the row wrong. */
  problem?: string
}

/** A file of rows, readable as often as needed. */
export interface RowSource {
  file: string
  columns: string[]
  /** Streams the rows in groups of at most GROUP_SIZE. Throws `bad_input` that names file and line where the file cannot be read on. */
  groups(onBytes?: (read: number) => void): AsyncIterable<SourceRow[]>
}

/** Rows that travel together: large enough that a statement's own cost vanishes, small enough to stay a few megabytes. */
export const GROUP_SIZE = 5000
