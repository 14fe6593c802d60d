import { X } from 'lucide-react'
import type { ReactNode } from 'react'

export interface ChipProps {
  /** A sign that tells kinds of chips apart, beside its words. */
  sign?: ReactNode
  children: ReactNode
  removeLabel: string
  onRemove: () => void
}

/** Something chosen, with what takes it away. */
export function Chip({ sign, children, removeLabel, onRemove }: ChipProps) {
  return (
    <span className="inline-flex max-w-full items-center gap-2 rounded-control border border-line-strong bg-surface pl-3">
      {sign}
      <span className="min-w-0 py-1 [overflow-wrap:anywhere]">{children}</span>
      <button
        type="button"
        aria-label={removeLabel}
        title={removeLabel}
        onClick={onRemove}
        className="inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center rounded-control hover:bg-sunken"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </span>
  )
}
