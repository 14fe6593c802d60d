import type { ReactNode } from 'react'
import { TONES, type Tone } from './tone'

export interface AlertProps {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
  /** `alert` is read out at once, `status` when the reader is free; leave out what stands on the page from the start. */
  role?: 'alert' | 'status'
}

/** Something the reader should know before going on. */
export function Alert({ tone, title, children, role }: AlertProps) {
  const { Icon, fill, edge } = TONES[tone]
  return (
    <div role={role} className={`flex gap-3 rounded-control border-l-6 p-4 ${fill} ${edge}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-6 shrink-0" />
      <div className="min-w-0 flex-1 space-y-1">
        {title && <p className="font-bold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
