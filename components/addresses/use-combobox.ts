import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useState } from 'react'
import type { Suggestion } from '@/lib/addresses/addresses'
import { useSuggestions } from './use-suggestions'

/** Where a key leads in a list of `count`, round at its ends; -1 is the text itself. Null where the key is the text's own. */
function move(active: number, key: string, count: number): number | null {
  if (key === 'ArrowDown') return active + 1 < count ? active + 1 : -1
  if (key === 'ArrowUp') return active === -1 ? count - 1 : active - 1
  if (active === -1) return null
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/**
 * The state of a text with suggestions below it, and the events that change it (WAI-ARIA's combobox with a list). An address that is chosen is
 * handed to `onAddress`. With `hasStreets` streets come first: one that is chosen becomes the text, for its number to follow.
 * Streets near `town` come first.
 */
export function useCombobox(initial: string, onAddress: (suggestion: Suggestion) => void, hasStreets = false, town = '') {
  const [text, setText] = useState(initial)
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const found = useSuggestions(isOpen ? text : '', hasStreets, town)
  const suggestions = isOpen ? found : []

  function type(value: string) {
    setText(value)
    setActive(-1)
    setOpen(true)
  }

  function choose(suggestion: Suggestion) {
    if (suggestion.kind === 'street') type(suggestion.text)
    else onAddress(suggestion)
  }

  function close() {
    setOpen(false)
    setActive(-1)
  }

  function onMove(event: KeyboardEvent) {
    const isDown = event.key === 'ArrowDown'
    if (event.altKey || suggestions.length === 0) {
      if (isDown) setOpen(true)
      if (event.altKey && event.key === 'ArrowUp') close()
      return
    }
    const next = move(active, event.key, suggestions.length)
    if (next === null) return
    event.preventDefault()
    setActive(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    const chosen = suggestions[active]
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      choose(chosen)
    } else if (event.key === 'Escape' && suggestions.length > 0) {
      // The browser would empty the text as well.
      event.preventDefault()
      close()
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') setActive(-1)
    else onMove(event)
  }

  function onBlur(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) close()
  }

  return {
    text,
    active: active < suggestions.length ? active : -1,
    suggestions,
    isOpen,
    choose,
    onChange: (event: ChangeEvent<HTMLInputElement>) => type(event.target.value),
    onKeyDown,
    onBlur,
  }
}
