import { Ban, CircleCheck, CircleHelp, Flag, Hourglass, Info, type LucideIcon, OctagonAlert, PencilLine, TriangleAlert } from 'lucide-react'

/** What something means to the reader. Each tone has its own colours and its own shape, so that colour alone tells nothing. */
export type Tone = 'coming' | 'running' | 'clear' | 'unknown' | 'info' | 'neutral' | 'ended' | 'cancelled' | 'waiting' | 'danger'

export interface ToneLook {
  Icon: LucideIcon
  /** Ground and ink. */
  fill: string
  edge: string
}

export const TONES: Record<Tone, ToneLook> = {
  coming: { Icon: TriangleAlert, fill: 'bg-coming text-coming-ink', edge: 'border-coming-edge' },
  running: { Icon: OctagonAlert, fill: 'bg-running text-running-ink', edge: 'border-running-edge' },
  clear: { Icon: CircleCheck, fill: 'bg-clear text-clear-ink', edge: 'border-clear-edge' },
  unknown: { Icon: CircleHelp, fill: 'bg-unknown text-unknown-ink', edge: 'border-unknown-edge' },
  info: { Icon: Info, fill: 'bg-info text-info-ink', edge: 'border-info-edge' },
  neutral: { Icon: PencilLine, fill: 'bg-neutral text-neutral-ink', edge: 'border-neutral-edge' },
  ended: { Icon: Flag, fill: 'bg-neutral text-neutral-ink', edge: 'border-neutral-edge' },
  cancelled: { Icon: Ban, fill: 'bg-neutral text-neutral-ink', edge: 'border-neutral-edge' },
  waiting: { Icon: Hourglass, fill: 'bg-info text-info-ink', edge: 'border-info-edge' },
  danger: { Icon: OctagonAlert, fill: 'bg-running text-running-ink', edge: 'border-running-edge' },
}
