import { z } from 'zod'
import { typed } from '@/lib/plain-text'
import { selectionInput } from '@/lib/works/selection/selection'
import { windowInput, worksInput } from '@/lib/works/works'

const { shape } = worksInput
const maybe = (max: number) => typed(max).default('')

/** Works as far as somebody typed them: each field in the shape of `worksInput`, and any of them still empty. */
export const worksDraft = z.object({
  /** Names the draft before it has a reference: a first save that is sent again, because its answer was lost, makes no second works. */
  key: z.uuid().optional(),
  service: shape.service,
  title: maybe(120),
  workType: typed(40).nullable().default(null),
  reason: maybe(500),
  advice: maybe(1000),
  contact: maybe(200),
  crew: maybe(120),
  internalNotes: maybe(4000),
  externalReference: typed(80).nullable().default(null),
  supplyPlaces: z
    .array(shape.supplyPlaces.unwrap().element.extend({ label: maybe(120), note: maybe(200) }))
    .max(50)
    .default([]),
  parts: z
    .array(selectionInput.extend({ windows: z.array(windowInput).max(50).default([]) }))
    .max(20)
    .default([]),
})
export type WorksDraft = z.output<typeof worksDraft>
export type WorksDraftInput = z.input<typeof worksDraft>

/** What is still wrong with a draft, as the first error that publishing it would meet. */
export interface DraftProblem {
  /** A key below `errors`, with what fills it. */
  reason: string
  params?: Record<string, string | number> | undefined
  field?: string | undefined
}

/** How a draft was saved. Whoever saves next gives `revision`. */
export interface SavedDraft {
  reference: string
  revision: number
  problem: DraftProblem | null
}
