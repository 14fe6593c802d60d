'use client'

import { useEffect } from 'react'

/** The link that a click would follow in this window; null for anything else. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const link = isPlain && event.target instanceof Element ? event.target.closest('a') : null
  return link && link.target !== '_blank' && !link.getAttribute('href')?.startsWith('#') ? link : null
}

/** Asks before one leaves while something is unsaved: by a link with `question`, by closing or reloading with the browser's own. */
export function useLeaveWarning(hasUnsaved: () => boolean, question: string): void {
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (hasUnsaved()) event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      if (!linkOf(event) || !hasUnsaved() || window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, true)
    }
  }, [hasUnsaved, question])
}
