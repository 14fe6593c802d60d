import type { Service } from '@/lib/db/generated/enums'
import { type WorkTypeWording, workTypeWording } from './work-types/work-type'

/** The words of works that messages are made of. */
export interface ToldFacts {
  reference: string
  service: Service
  title: string
  /** What is done, by language; null where no kind of work was chosen. */
  workType: WorkTypeWording | null
  reason: string
  advice: string
  /** Whom to ask beside the utility's own number; empty for nobody. */
  contact: string
  cancelReason: string | null
}

/** The columns of works that toToldFacts needs. */
export const TOLD_COLUMNS = {
  reference: true,
  service: true,
  title: true,
  reason: true,
  advice: true,
  contact: true,
  cancelReason: true,
  type: { select: { wording: true } },
} as const

/** A row of these columns as messages take it. */
export function toToldFacts({ type, ...words }: Omit<ToldFacts, 'workType'> & { type: { wording: unknown } | null }): ToldFacts {
  return { ...words, workType: type && workTypeWording.parse(type.wording) }
}
