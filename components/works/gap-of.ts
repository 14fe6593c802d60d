import type { DraftProblem } from '@/lib/works/drafts/works-draft'

const GAPS = ['title', 'area', 'start', 'end', 'label'] as const

/** Reasons that an empty field gives. */
const EMPTY = ['field_missing', 'text_too_short', 'time_not_understood']

/** Which gap a problem of a draft is (keys below `operator.editor.gap`): its words name the field, and the reason alone does not. */
export function gapOf({ reason, field = '' }: DraftProblem): (typeof GAPS)[number] | undefined {
  return EMPTY.includes(reason) ? GAPS.find((name) => field === name || field.endsWith(`.${name}`)) : undefined
}
