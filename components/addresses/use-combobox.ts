import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useState } from 'react'
import { type Suggestion, useSuggestions } from './use-suggestions'

/** One step down or up in a list of `count`, round at its ends; -1 is the text itself. */
function move(active: number, key: string, count: number): number {
  if (key === 'ArrowDown') return active + 1 < count ? active + 1 : -1
  return active === -1 ? count - 1 : active - 1
}

/** The state of a text with suggestions below it, and the events that change it (WAI-ARIA's combobox pattern). */
export function useCombobox(initial: string, onChoose: (suggestion: Suggestion) => void) {
  const [text, setText] = useState(initial)
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const found = useSuggestions(isOpen ? text : '')
  const suggestions = isOpen ? found : []

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    setText(event.target.value)
    setActive(-1)
    setOpen(true)
  }

  function onKeyDown(event: KeyboardEvent) {
    const chosen = suggestions[active]
    if (event.key === 'Escape') setOpen(false)
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      onChoose(chosen)
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && suggestions.length > 0) {
      event.preventDefault()
      setActive(move(active, event.key, suggestions.length))
    }
  }

  function onBlur(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }

  return { text, active: suggestions.length > 0 ? active : -1, suggestions, isOpen, onChange, onKeyDown, onBlur }
}
