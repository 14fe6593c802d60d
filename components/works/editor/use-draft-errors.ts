'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FieldError } from '@/components/ui/error-summary'
import type { SaverStatus } from './draft-saver'
import type { EditorDraft } from './editor-draft'
import { findGaps } from './find-gaps'

/** Whatever is wrong with a selection is told at its part; `draft.` stands before the field of a save that was refused. */
function placeOf(field: string): string {
  return field.replace(/^draft\./, '').replace(/^(parts\.\d+)\.(?!windows\b).*$/, '$1.area')
}

/**
 * What is wrong with the draft. Gaps are only named until somebody wants to publish (`show`), so that an empty page is not full of red; what the
 * server refuses to keep is told at its field at once.
 */
export function useDraftErrors(draft: EditorDraft, { problem, state }: SaverStatus) {
  const t = useTranslations('operator.editor.gap')
  const errors = useTranslations('errors') as (key: string, params?: Record<string, string | number>) => string
  const [isShown, setShown] = useState(false)
  const gaps: FieldError[] = findGaps(draft).map(({ field, key }) => ({ field, message: t(key) }))
  const judged: FieldError[] = problem
    ? [{ ...(problem.field && { field: placeOf(problem.field) }), message: errors(problem.reason, problem.params) }]
    : []
  const refused: FieldError[] = state.kind === 'refused' && state.field ? [{ field: placeOf(state.field), message: state.message }] : []
  // The server names the first thing that is wrong; where something is empty we know better what.
  const found = gaps.length > 0 ? gaps : judged
  const shown = [...(isShown ? found : []), ...refused]
  const messages = new Map(shown.flatMap(({ field, message }) => (field ? [[field, message] as const] : [])))
  return {
    /** In words, each once. */
    missing: [...new Set(found.map(({ message }) => message))],
    shown: isShown ? shown : [],
    of: (field: string) => messages.get(field),
    show: () => setShown(true),
  }
}
