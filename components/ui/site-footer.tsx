import type { ReactNode } from 'react'

/** The end of every public page. */
export function SiteFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="mt-auto border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-2 px-4 py-6 text-[0.94rem] text-ink-soft sm:px-6">
        {children}
      </div>
    </footer>
  )
}
