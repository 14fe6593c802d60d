import type { useAddressSearch } from './use-address-search'

export interface AddressInputProps {
  search: ReturnType<typeof useAddressSearch>
  /** Of what stands beside it, to be read with it. */
  hintId?: string
  className: string
}

/** Where one types an address: a plain field of a form, and a combobox (WAI-ARIA) where there is a script. */
export function AddressInput({ search, hintId, className }: AddressInputProps) {
  return (
    <input
      ref={search.input}
      id="q"
      name="q"
      type="search"
      required
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      role="combobox"
      aria-expanded={search.suggestions.length > 0}
      aria-controls={search.listId}
      aria-autocomplete="list"
      aria-describedby={hintId}
      aria-activedescendant={search.active >= 0 ? `${search.listId}-${search.active}` : undefined}
      value={search.text}
      onChange={search.onChange}
      onKeyDown={search.onKeyDown}
      className={className}
    />
  )
}
