import type { Ref } from 'react'
import type { useCombobox } from './use-combobox'

export interface AddressInputProps {
  ref: Ref<HTMLInputElement>
  box: ReturnType<typeof useCombobox>
  /** Of the list of suggestions. */
  listId: string
  /** Of what stands beside it, to be read with it. */
  hintId?: string
  className: string
}

/** Where one types an address: a plain field of a form, and a combobox (WAI-ARIA) where there is a script. */
export function AddressInput({ ref, box, listId, hintId, className }: AddressInputProps) {
  return (
    <input
      ref={ref}
      id="q"
      name="q"
      type="search"
      required
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      role="combobox"
      aria-expanded={box.suggestions.length > 0}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-describedby={hintId}
      aria-activedescendant={box.active >= 0 ? `${listId}-${box.active}` : undefined}
      value={box.text}
      onChange={box.onChange}
      onKeyDown={box.onKeyDown}
      className={className}
    />
  )
}
