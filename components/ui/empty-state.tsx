import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  Icon: LucideIcon
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}

/** Where there is nothing yet: says so, and what to do next. */
export function EmptyState({ Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-dashed border-line-strong px-6 py-10 text-center">
      <Icon aria-hidden="true" className="size-9 text-ink-soft" strokeWidth={1.6} />
      <div className="text-lg font-bold">{title}</div>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action}
    </div>
  )
}
