import type { ReactNode } from 'react'
import { Spinner } from '@/components/ui/spinner'

/** A line over a map that is not there yet, or will not be; at its top, over one of which something is missing. */
export function MapNote({ busy = false, atTop = false, children }: { busy?: boolean; atTop?: boolean; children: ReactNode }) {
  return (
    <p
      role={busy ? 'status' : 'alert'}
      className={`absolute inset-x-4 z-10 mx-auto flex w-fit items-center gap-2 rounded-control border border-line bg-surface px-4 py-2 shadow-card ${atTop ? 'top-4' : 'top-1/2 -translate-y-1/2'}`}
    >
      {busy && <Spinner />}
      {children}
    </p>
  )
}
