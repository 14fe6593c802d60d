import type { KeyboardEvent } from 'react'

/** For a field inside a larger form: Enter does what belongs to the field, and does not send the form. */
export function onEnter(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    act()
  }
}
