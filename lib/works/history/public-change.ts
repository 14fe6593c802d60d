import type { Service } from '@/lib/db/generated/enums'
import type { WindowText } from '../works'

export const CHANGE_KINDS = ['announced', 'moved', 'extended', 'restored', 'cancelled'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What the public was told of works, once: no names, no notes, no reasons of staff. */
export interface PublicChange {
  reference: string
  service: Service
  kind: ChangeKind
  /** ISO instant at which it was decided. */
  at: string
  /** Of the works, from then on. */
  version: number
  /** From then on, and until then; nothing before the first. */
  windows: WindowText[]
  before: WindowText[]
}
