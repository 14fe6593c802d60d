import type { ReactNode } from 'react'
import { TONES, type Tone } from '@/components/ui/tone'

export interface CheckLineProps {
  tone: Tone
  /** The line in words. */
  title: ReactNode
  /** The list that it leads to; without one the line stands alone. */
  children?: ReactNode
  /** Called when the list is opened, to fetch it. */
  onOpen?: () => void
}

/** One line of the check: what it found, by shape and words, and behind it the list. */
export function CheckLine({ tone, title, children, onOpen }: CheckLineProps) {
  const { Icon } = TONES[tone]
  const line = (
    <>
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${tone === 'danger' ? 'text-danger-ink' : ''}`} />
      <span className="min-w-0 flex-1">{title}</span>
    </>
  )
  if (!children) return <p className="flex min-h-11 items-start gap-2.5 py-2.5">{line}</p>
  return (
    <details onToggle={(event) => event.currentTarget.open && onOpen?.()} className="group">
      <summary className="flex min-h-11 cursor-pointer items-start gap-2.5 py-2.5 underline decoration-line-strong underline-offset-4 hover:bg-sunken">
        {line}
      </summary>
      <div className="space-y-2 pb-3 pl-7.5 text-[0.94rem]">{children}</div>
    </details>
  )
}
