import type { ReactNode } from 'react'

/** The narrow room of the pages about signing in. */
export function SignInFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-lg space-y-6 px-4 py-10 sm:py-16">
      <div className="space-y-2">
        <h1 className="text-3xl break-words">{title}</h1>
        {lead && <p className="text-lg break-words text-ink-soft">{lead}</p>}
      </div>
      {children}
    </div>
  )
}
