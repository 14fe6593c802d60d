import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import type { StreetSelection } from '@/lib/addresses/street-list'
import { lines } from '@/lib/plain-text'

const code = z.string().trim().min(1).max(80)
const codes = (max: number) => z.array(code).max(max).default([])
const ids = (max: number) => z.array(z.number().int().positive()).max(max).default([])

/**
 * What one part of works cuts, said in any of four ways that add up: an `area` (GeoJSON with polygons), `streets` as offices write them,
 * `places` (ids of boundaries) and `links` to isolate. What `except…` and `remove` name is taken out again; `add` always stays in.
 */
export const selectionInput = z.object({
  area: z.unknown().optional(),
  streets: lines(100_000).default(''),
  /** Which street was meant by a piece that fits several. */
  streetChoices: z.record(z.string().max(400), z.number().int()).default({}),
  places: ids(200),
  exceptStreets: lines(20_000).default(''),
  exceptPlaces: ids(200),
  links: codes(500),
  /** Devices that cannot be closed. */
  stuck: codes(500),
  /** Devices that do not conduct, and will be made to while the works last. */
  feeding: codes(500),
  /** Codes of single service points. */
  add: codes(5_000),
  remove: codes(5_000),
})
export type SelectionInput = z.input<typeof selectionInput>
export type PartSelection = Omit<z.output<typeof selectionInput>, 'area'>

/** A selection of which every word is understood: what a statement needs to find the points. */
export interface ResolvedSelection {
  area: MultiPolygon | null
  streets: StreetSelection[]
  /** Ids of boundaries. */
  places: number[]
  exceptStreets: StreetSelection[]
  exceptPlaces: number[]
  /** Numbers of the segments that lose supply, both ends included. */
  segments: Array<[from: number, to: number]>
  /** Codes of service points. */
  add: string[]
  remove: string[]
}

/** What a row keeps beside its area: what was said, and how it was understood. */
export interface StoredSelection {
  said?: PartSelection
  resolved?: Omit<ResolvedSelection, 'area'>
}

/** Whether a selection says anything that cuts supply. */
export function isEmptySelection({ area, streets, places, links, add }: SelectionInput): boolean {
  return (area === undefined || area === null) && !streets?.trim() && [places, links, add].every((list) => !list || list.length === 0)
}
