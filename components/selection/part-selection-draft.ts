import type { MultiPolygon } from 'geojson'
import { type PartSelection, type SelectionInput, selectionInput } from '@/lib/works/selection/selection'

/** What one part cuts, while it is edited: a `SelectionInput` with every field there. */
export interface PartSelectionDraft extends PartSelection {
  area: MultiPolygon | null
}

/** Nothing chosen yet. */
export const EMPTY_SELECTION: PartSelectionDraft = { ...selectionInput.omit({ area: true }).parse({}), area: null }

/** A stored or received selection as the editor takes it: what is missing is empty. Throws where it is none. */
export function toSelectionDraft({ area, ...said }: SelectionInput): PartSelectionDraft {
  return { ...selectionInput.omit({ area: true }).parse(said), area: (area ?? null) as MultiPolygon | null }
}
