import { ChevronRight } from 'lucide-react'
import { TextLink } from './text-link'

export interface Crumb {
  label: string
  /** Left out for the page itself. */
  href?: string
}

export function Breadcrumbs({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-1.5 text-[0.94rem]">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex min-w-0 items-center gap-1.5">
            {index > 0 && <ChevronRight aria-hidden="true" className="size-4 text-ink-soft" />}
            {crumb.href ? (
              <TextLink href={crumb.href} className="inline-flex min-h-11 items-center">
                {crumb.label}
              </TextLink>
            ) : (
              <span aria-current="page" className="break-words text-ink-soft">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
