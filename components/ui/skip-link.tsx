import type { ReactNode } from 'react'

/** Leads those who come by keyboard past the header; nobody sees it before it has the focus. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:m-2 focus:rounded-control focus:bg-surface focus:p-3"
    >
      {children}
    </a>
  )
}
