/** Chance that is the same on every machine: the town looks alike wherever it is seeded. */
export interface Random {
  between(low: number, high: number): number
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the values, each as often as its share says; the shares are percents of a hundred. */
  draw<T>(shares: readonly (readonly [value: T, percent: number])[]): T
}

/** FNV-1a, so that each part of the town has a stream of its own and a change in one does not reshuffle the others. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** The stream of chance called `name` (mulberry32). */
export function createRandom(name: string): Random {
  let state = seedOf(name)
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + (high - low) * next()
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1))
  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('Nothing to pick from.')
    return list[whole(0, list.length - 1)] as T
  }
  function draw<T>(shares: readonly (readonly [value: T, percent: number])[]): T {
    let rest = between(0, 100)
    for (const [value, percent] of shares) {
      rest -= percent
      if (rest < 0) return value
    }
    throw new Error('The shares add up to less than a hundred.')
  }
  return { between, whole, pick, draw, chance: (probability) => next() < probability }
}
