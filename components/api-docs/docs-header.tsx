import { SkipLink } from '@/components/ui/skip-link'
import { Wordmark } from '@/components/ui/wordmark'

/** The parts of the page, to jump to. */
export function DocsHeader({ groups }: { groups: string[] }) {
  return (
    <header className="border-b border-line bg-surface">
      <SkipLink>Skip to the content</SkipLink>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-4 sm:px-6">
        <a href="/" className="flex min-h-16 items-center text-brand">
          <Wordmark />
        </a>
        <nav aria-label="Parts of this page" className="flex flex-wrap gap-x-4">
          {[...groups, 'Schemas'].map((group) => (
            <a
              key={group}
              href={`#${group}`}
              className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4"
            >
              {group}
            </a>
          ))}
        </nav>
      </div>
    </header>
  )
}
