import type { ReactNode } from 'react'

export interface Description {
  term: string
  details: ReactNode
}

/** Facts by name. What is null is left out. */
export function DescriptionList({ items }: { items: ReadonlyArray<Description | null> }) {
  return (
    <dl className="divide-y divide-line">
      {items
        .filter((item) => item !== null)
        .map(({ term, details }) => (
          <div key={term} className="grid gap-x-6 gap-y-0.5 py-3 first:pt-0 last:pb-0 sm:grid-cols-[12rem_1fr]">
            <dt className="font-semibold text-ink-soft">{term}</dt>
            <dd className="min-w-0 break-words whitespace-pre-line">{details}</dd>
          </div>
        ))}
    </dl>
  )
}
