import type { ReactElement } from 'react'

export interface MailPileProps {
  /** Of the heading. */
  id: string
  title: string
  lead: string
  children: readonly ReactElement[]
}

/** Messages of the outbox that are no notices, below a heading; nothing where there are none. */
export function MailPile({ id, title, lead, children }: MailPileProps) {
  if (children.length === 0) return null
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <p className="text-ink-soft">{lead}</p>
      <ol className="gap-6 sm:columns-2 lg:columns-3">{children}</ol>
    </section>
  )
}
