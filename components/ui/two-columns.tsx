import type { ReactNode } from 'react'

/** The matter, and beside it (below it on a narrow screen) what helps. */
export function TwoColumns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0 space-y-8">{children}</div>
      <aside className="space-y-6">{aside}</aside>
    </div>
  )
}
