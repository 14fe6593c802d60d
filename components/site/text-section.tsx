import type { ReactNode } from 'react'

/** One section of a page to read. `id` leads to it. */
export function TextSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h2 id={id} className="text-xl sm:text-2xl">
        {title}
      </h2>
      <div className="space-y-3 text-lg">{children}</div>
    </section>
  )
}
