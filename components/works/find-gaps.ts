import type { WorksInput } from '@/lib/works/works'

export interface Gap {
  /** The input's name, as the server would name it. */
  field: string
  /** Key below `operator.editor.gap`. */
  key: 'title' | 'area' | 'start' | 'end'
}

/** The server asks for at least so many letters, too. */
const SHORTEST_TITLE = 3

/** What a plan still lacks before it is worth sending; everything else is the server's to judge. */
export function findGaps({ title, parts }: WorksInput): Gap[] {
  return [
    ...(title.trim().length < SHORTEST_TITLE ? [{ field: 'title', key: 'title' } as const] : []),
    ...parts.flatMap(({ area, windows }, part) => [
      ...(area ? [] : [{ field: `parts.${part}.area`, key: 'area' } as const]),
      ...windows.flatMap((window, index) =>
        (['start', 'end'] as const).flatMap((key) => (window[key] ? [] : [{ field: `parts.${part}.windows.${index}.${key}`, key }])),
      ),
    ]),
  ]
}
