import { isEmptySelection } from '@/lib/works/selection/selection'
import type { EditorDraft } from './editor-draft'

export interface Gap {
  /** The input's name, as the server would name it. */
  field: string
  /** Key below `operator.editor.gap`. */
  key: 'title' | 'area' | 'start' | 'end' | 'label'
}

/** The server asks for at least so many letters, too. */
const SHORTEST_TITLE = 3

/** What a draft still lacks before it can be published; everything else is the server's to judge. */
export function findGaps({ title, parts, supplyPlaces }: Pick<EditorDraft, 'title' | 'parts' | 'supplyPlaces'>): Gap[] {
  return [
    ...(title.trim().length < SHORTEST_TITLE ? [{ field: 'title', key: 'title' } as const] : []),
    ...parts.flatMap(({ selection, windows }, part) => [
      ...(isEmptySelection(selection) ? [{ field: `parts.${part}.area`, key: 'area' } as const] : []),
      ...windows.flatMap((window, index) =>
        (['start', 'end'] as const).flatMap((key) => (window[key] ? [] : [{ field: `parts.${part}.windows.${index}.${key}`, key }])),
      ),
    ]),
    ...supplyPlaces.flatMap(({ label }, index) => (label.trim() ? [] : [{ field: `supplyPlaces.${index}.label`, key: 'label' } as const])),
  ]
}
