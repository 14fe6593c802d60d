import type { ReactNode } from 'react'
import { Spinner } from '@/components/ui/spinner'

/** A line over a map that is not there yet, or will not be. */
export function MapNote({ busy = false, children }: { busy?: boolean; children: ReactNode }) {
  return (
    <p
      role={busy ? 'status' : 'alert'}
      className="absolute inset-x-4 top-1/2 z-10 mx-auto flex w-fit -translate-y-1/2 items-center gap-2 rounded-control border border-line bg-surface px-4 py-2 shadow-card"
    >
      {busy && <Spinner />}
      {children}
    </p>
  )
}
