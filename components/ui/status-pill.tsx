import type { ReactNode } from 'react'
import { TONES, type Tone } from './tone'

/** A state in a word, with a shape and a colour that say the same. */
export function StatusPill({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { Icon, fill, edge } = TONES[tone]
  return (
    <span
      data-pill=""
      className={`inline-flex items-center gap-1.5 rounded-full border px-3 py-0.5 text-[0.94rem] font-semibold whitespace-nowrap ${fill} ${edge}`}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={2.4} />
      <span className="inline-block first-letter:uppercase">{children}</span>
    </span>
  )
}
