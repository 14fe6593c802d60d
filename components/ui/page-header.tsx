import type { ReactNode } from 'react'

export interface PageHeaderProps {
  title: ReactNode
  /** Above the title: where it belongs. */
  eyebrow?: ReactNode
  /** Below the title: one or two sentences. */
  lead?: ReactNode
  /** Beside the title: states, buttons. */
  children?: ReactNode
}

export function PageHeader({ title, eyebrow, lead, children }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 max-w-3xl space-y-2">
        {eyebrow && <p className="font-semibold text-ink-soft">{eyebrow}</p>}
        <h1 className="text-3xl break-words sm:text-4xl">{title}</h1>
        {lead && <p className="text-lg text-ink-soft">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-3">{children}</div>}
    </header>
  )
}
