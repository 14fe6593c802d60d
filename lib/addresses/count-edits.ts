/** Rows of the table below, kept between calls: words are short, and the search compares hundreds a millisecond. */
let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as [Int32Array, Int32Array, Int32Array]

/**
 * How many letters were left out, added, changed or exchanged with their neighbour between two words (optimal string alignment), or `limit` + 1
 * where there are more than `limit`.
 */
export function countEdits(one: string, other: string, limit: number): number {
  if (one === other) return 0
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  const width = other.length + 1
  if (width > rows[0].length) rows = [new Int32Array(2 * width), new Int32Array(2 * width), new Int32Array(2 * width)]
  let [beforeLast, last, next] = rows
  for (let column = 0; column < width; column++) last[column] = column
  for (let row = 1; row <= one.length; row++) {
    next[0] = row
    let least = row
    for (let column = 1; column < width; column++) {
      const same = one.charCodeAt(row - 1) === other.charCodeAt(column - 1)
      let cost = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      if (!same && row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      }
      next[column] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    const free = beforeLast
    beforeLast = last
    last = next
    next = free
  }
  return Math.min(last[other.length] ?? 0, limit + 1)
}
