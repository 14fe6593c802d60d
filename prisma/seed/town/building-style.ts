import type { Style } from './quarters'

type Range = readonly [low: number, high: number]

/** How the buildings of a style are cut out of the ground; lengths in metres. */
export interface BuildingStyle {
  /** Ground between the street and the front. */
  setback: number
  front: Range
  depth: Range
  /** Metres kept from other buildings; below 0 where walls are shared and bent rows lean into each other. */
  clearance: number
  /** Chance of a gap before the next building, and its width. */
  apart: number
  gap: Range
  /** Share of buildings with one meter for all their dwellings, and how many dwellings those have. */
  shared: number
  units: Range
}

export const buildingStyles: Record<Style, BuildingStyle> = {
  old: { setback: 0.4, front: [9, 15], depth: [10, 13], clearance: -0.4, apart: 0.07, gap: [3, 5], shared: 0.13, units: [4, 8] },
  terrace: { setback: 1, front: [13, 19], depth: [12, 14], clearance: -0.4, apart: 0.25, gap: [4, 9], shared: 0.12, units: [4, 12] },
  blocks: { setback: 7, front: [17, 27], depth: [12, 14], clearance: 4, apart: 1, gap: [9, 16], shared: 0.34, units: [6, 24] },
  villas: { setback: 6, front: [10, 14], depth: [9, 12], clearance: 3, apart: 1, gap: [6, 11], shared: 0.012, units: [4, 6] },
  works: { setback: 9, front: [32, 64], depth: [24, 46], clearance: 3, apart: 1, gap: [12, 22], shared: 0, units: [4, 4] },
  farms: { setback: 14, front: [16, 30], depth: [9, 12], clearance: 3, apart: 1, gap: [120, 320], shared: 0, units: [4, 4] },
}
