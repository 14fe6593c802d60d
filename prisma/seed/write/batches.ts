/** Rows of one statement: the embedded database takes no COPY, and this many at once cost it least. */
const BATCH = 5_000

/** Calls `insert` with the rows, 5,000 at a time, and `onRows` with how many have been written. */
export async function inBatches<Row>(
  rows: readonly Row[],
  insert: (rows: readonly Row[]) => Promise<unknown>,
  onRows: (count: number) => void,
) {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    await insert(batch)
    onRows(batch.length)
  }
}
