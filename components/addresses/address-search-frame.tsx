import type { ReactNode } from 'react'
import { SuggestionList } from './suggestion-list'
import type { useAddressSearch } from './use-address-search'

export interface AddressSearchFrameProps {
  search: ReturnType<typeof useAddressSearch>
  /** `counts[n]` says that there are n suggestions, to those who do not see them. */
  words: { suggestions: string; streetNext: string; counts: readonly string[] }
  /** A form with an AddressInput, which works without any script. */
  children: ReactNode
}

/** What stands around a form that searches for an address: what it suggests as one types. */
export function AddressSearchFrame({ search, words, children }: AddressSearchFrameProps) {
  return (
    <search className="relative block" onBlur={search.onBlur}>
      {children}
      <SuggestionList
        id={search.listId}
        label={words.suggestions}
        streetNext={words.streetNext}
        suggestions={search.suggestions}
        active={search.active}
        hrefOf={search.hrefOf}
        onStreet={search.chooseStreet}
      />
      <p role="status" className="sr-only">
        {search.isOpen && words.counts[search.suggestions.length]}
      </p>
    </search>
  )
}
