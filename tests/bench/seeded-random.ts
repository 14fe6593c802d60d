import { randomOf } from '../integration/network-random'

export interface Random {
  /** A whole number from 0 to under `count`. */
  below: (count: number) => number
}

/** Numbers by lot that are the same for the same seed. */
export function random(seed: number): Random {
  const next = randomOf(seed)
  return { below: (count) => Math.floor(next() * count) }
}
