import type { EditorDraft } from './editor-draft'

/** The fields of a draft in words, for somebody to copy from: each below its name. Empty ones are left out. */
export function keptText(
  draft: EditorDraft,
  nameOf: (
    field: 'title' | 'reason' | 'advice' | 'contact' | 'crew' | 'internal_notes' | 'windows' | 'streets' | 'links' | 'area',
  ) => string,
): string {
  const parts = draft.parts.flatMap(({ selection, windows }) => [
    [
      nameOf('windows'),
      windows
        .map(({ start, end }) => `${start} – ${end}`)
        .join('\n')
        .replace(/^ – $/, ''),
    ],
    [nameOf('streets'), selection.streets],
    [nameOf('links'), selection.links.join(', ')],
    [nameOf('area'), selection.area ? JSON.stringify(selection.area) : ''],
  ])
  const texts = [
    [nameOf('title'), draft.title],
    [nameOf('reason'), draft.reason],
    [nameOf('advice'), draft.advice],
    [nameOf('contact'), draft.contact],
    [nameOf('crew'), draft.crew],
    [nameOf('internal_notes'), draft.internalNotes],
    ...parts,
  ]
  return texts.flatMap(([name, text]) => (text?.trim() ? [`${name}:\n${text}`] : [])).join('\n\n')
}
