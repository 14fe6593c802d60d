import type { ReactElement } from 'react'

export interface MessageListProps {
  /** Of the heading. */
  id: string
  title: string
  /** Said where there are none. */
  none: string
  /** A MessageCard each. */
  children: readonly ReactElement[]
  className?: string
}

/** Messages of the ledger below a heading. */
export function MessageList({ id, title, none, children, className = '' }: MessageListProps) {
  return (
    <section aria-labelledby={id} className={`space-y-3 ${className}`}>
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {children.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">{children}</ul>
      )}
    </section>
  )
}
