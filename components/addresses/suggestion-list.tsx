import { MapPin, Signpost } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { Suggestion } from '@/lib/addresses/addresses'

export interface SuggestionListProps {
  id: string
  label: string
  /** Says that a number comes after a street. */
  streetNext: string
  suggestions: Suggestion[]
  /** Index of the one that the arrow keys have reached, or -1. */
  active: number
  hrefOf: (suggestion: Suggestion) => string
  onStreet: (suggestion: Suggestion) => void
}

/** The list below the search. The focus stays in the text; `active` says where the arrow keys are. */
export function SuggestionList({ id, label, streetNext, suggestions, active, hrefOf, onStreet }: SuggestionListProps) {
  function onClick(event: MouseEvent, suggestion: Suggestion) {
    if (suggestion.kind !== 'street') return
    event.preventDefault()
    onStreet(suggestion)
  }
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
          key={`${suggestion.kind} ${suggestion.id}`}
          id={`${id}-${index}`}
          href={hrefOf(suggestion)}
          onClick={(event) => onClick(event, suggestion)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="flex min-h-11 items-center gap-3 px-4 py-2 hover:bg-sunken aria-selected:bg-brand aria-selected:text-on-brand"
        >
          {suggestion.kind === 'street' ? (
            <Signpost aria-hidden="true" className="size-5 shrink-0" />
          ) : (
            <MapPin aria-hidden="true" className="size-5 shrink-0" />
          )}
          <span className="min-w-0 flex-1 break-words">{suggestion.label}</span>
          {suggestion.kind === 'street' && <span className="shrink-0 text-sm">{streetNext}</span>}
        </a>
      ))}
    </div>
  )
}
