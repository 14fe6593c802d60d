'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** A form that sends itself once it is on somebody's screen; its button is there for whoever has no scripts. */
export function SendAtOnce({ action, children }: { action: () => Promise<void>; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (document.visibilityState === 'visible') form.current?.requestSubmit()
  }, [])
  return (
    <form ref={form} action={action}>
      {children}
    </form>
  )
}
