import { useId, useRef } from 'react'
import type { Suggestion } from '@/lib/addresses/addresses'
import { useCombobox } from './use-combobox'

/**
 * The state of a search for an address: its text, and what it suggests (see useCombobox). An address that is chosen leads to its page; of a street
 * the number is typed next. `hrefOf` says where a suggestion leads, with a script and without.
 */
export function useAddressSearch(initial: string, hrefOf: (suggestion: Suggestion) => string, town = '') {
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const box = useCombobox(initial, (suggestion) => window.location.assign(hrefOf(suggestion)), true, town)
  const chooseStreet = (street: Suggestion) => {
    box.choose(street)
    input.current?.focus()
  }
  return { ...box, listId, input, hrefOf, chooseStreet }
}
