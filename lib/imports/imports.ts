/** One thing that a file may say about a row: what `--map` and `--set` name, and what a column is matched with by its own name. */
export interface ImportField {
  name: string
  /** A file without it, and a row with nothing in it, are refused. */
  required?: true
}

/** What somebody asks for when importing one file. */
export interface ImportRequest {
  file: string
  /** Column of the file → field. Columns named like a field need no entry. */
  map?: Record<string, string>
  /** Field → the value that every row gets. */
  set?: Record<string, string>
  /** Does everything and takes the merge back. */
  dryRun?: boolean
  /** Where rejected rows go; without it one rejected row stops the import. */
  rejectFile?: string
  onProgress?: (bytesRead: number, bytesTotal: number) => void
}

/** What the merge did to the tables, counted in rows of the file. */
export interface ImportCounts {
  new: number
  changed: number
  unchanged: number
  /** Of people who left by their own will what the file says they follow. Only contacts have such. */
  leftOut?: number
}

export interface ImportSummary extends ImportCounts {
  file: string
  rejected: number
}

/** Why one row was rejected. `reason` is a key below `errors` in the catalogues. */
export interface ImportProblem {
  /** Where several files make one import. */
  file?: string
  /** Line of the file where the row begins; in GeoJSON the number of the feature. */
  line: number
  field: string
  reason: string
  params: Record<string, string | number>
}
