import type { Point } from './point'

/** Metres: about the length of a building or a piece of street, so that a look-up reads few cells. */
const CELL = 40

/** More rows than any town has: makes one number of a column and a row. */
const ROWS = 100_000

/** Finds what lies near a place without looking at the whole town. */
export class BoxIndex<T> {
  readonly #cells = new Map<number, T[]>()

  /** Adds `value`, which lies within the box around `points`. */
  add(value: T, points: readonly Point[]): void {
    for (const key of keysAround(points, 0)) {
      const cell = this.#cells.get(key)
      if (cell) cell.push(value)
      else this.#cells.set(key, [value])
    }
  }

  /** All that may lie within `reach` metres of the box around `points`. */
  near(points: readonly Point[], reach: number): Set<T> {
    const found = new Set<T>()
    for (const key of keysAround(points, reach)) for (const value of this.#cells.get(key) ?? []) found.add(value)
    return found
  }
}

function keysAround(points: readonly Point[], reach: number): number[] {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of points) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  const keys: number[] = []
  const cell = (metres: number) => Math.floor(metres / CELL)
  for (let column = cell(west - reach); column <= cell(east + reach); column++) {
    for (let row = cell(south - reach); row <= cell(north + reach); row++) keys.push(column * ROWS + row)
  }
  return keys
}
