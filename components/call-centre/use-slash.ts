import { type RefObject, useEffect } from 'react'

const WRITABLE = 'input, textarea, select, [contenteditable]'

/** Puts the focus into `field` when "/" is pressed anywhere that is not written in. */
export function useSlash(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof Element && event.target.closest(WRITABLE) !== null
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting || document.querySelector('dialog[open]')) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [field])
}
