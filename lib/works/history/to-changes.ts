import type { ChangeRow } from './change-queries'
import type { PublicChange } from './public-change'

/** Puts beside each change what was true before it. Rows oldest first; the answer newest first. */
export function toChanges(rows: readonly ChangeRow[]): PublicChange[] {
  const last = new Map<string, PublicChange['windows']>()
  const changes = rows.map((row): PublicChange => {
    const windows = row.windows.toSorted((a, b) => a.start.localeCompare(b.start))
    const before = last.get(row.reference) ?? []
    last.set(row.reference, windows)
    return { ...row, windows, before }
  })
  return changes.reverse()
}
