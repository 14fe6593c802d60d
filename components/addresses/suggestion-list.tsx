import { MapPin } from 'lucide-react'
import type { Suggestion } from './use-suggestions'

export interface SuggestionListProps {
  id: string
  label: string
  suggestions: Suggestion[]
  /** Index of the one that the arrow keys have reached, or -1. */
  active: number
  hrefOf: (suggestion: Suggestion) => string
}

/** The list below the search. The focus stays in the text; `active` says where the arrow keys are. */
export function SuggestionList({ id, label, suggestions, active, hrefOf }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      hidden={suggestions.length === 0}
      className="absolute inset-x-0 z-10 mt-2 overflow-hidden rounded-control border border-line-strong bg-surface py-1 text-ink shadow-card"
    >
      {suggestions.map((suggestion, index) => (
        <a
          key={suggestion.id}
          id={`${id}-${index}`}
          href={hrefOf(suggestion)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="flex min-h-11 items-center gap-3 px-4 py-2 hover:bg-sunken aria-selected:bg-brand aria-selected:text-on-brand"
        >
          <MapPin aria-hidden="true" className="size-5 shrink-0" />
          {suggestion.label}
        </a>
      ))}
    </div>
  )
}
