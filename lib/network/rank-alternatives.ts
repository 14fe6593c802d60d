import { compareCodes } from './barrier'
import type { Alternative } from './network'

/** The device that brings most service points back first; by code where they are equal. */
export function rankAlternatives(alternatives: readonly Alternative[]): Alternative[] {
  return alternatives.toSorted((a, b) => b.servicePoints - a.servicePoints || compareCodes(a.device, b.device))
}
