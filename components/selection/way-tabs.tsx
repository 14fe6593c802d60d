'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { WAYS, type Way } from './selection-tools'

export interface WayTabsProps {
  way: Way
  onChoose: (way: Way) => void
  /** How much each way says already; 0 for nothing. */
  counts: Record<Way, number>
  children: ReactNode
}

const MOVES: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

/** The four ways to say what is cut, as tabs (WAI-ARIA's tabs pattern: arrow keys between them). */
export function WayTabs({ way, onChoose, counts, children }: WayTabsProps) {
  const t = useTranslations('operator.selection.way')
  const id = useId()
  const tabs = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent) => {
    const at = WAYS.indexOf(way)
    const next =
      event.key === 'Home' ? WAYS[0] : event.key === 'End' ? WAYS.at(-1) : WAYS[(at + (MOVES[event.key] ?? 0) + WAYS.length) % WAYS.length]
    if (!next || next === way) return
    event.preventDefault()
    onChoose(next)
    tabs.current?.querySelector<HTMLElement>(`[data-way=${next}]`)?.focus()
  }
  return (
    <div>
      <div ref={tabs} role="tablist" aria-label={t('title')} className="grid grid-cols-2 border-b-2 border-line @md/selection:flex">
        {WAYS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-way={name}
            aria-selected={way === name}
            aria-controls={`${id}-panel`}
            tabIndex={way === name ? 0 : -1}
            onClick={() => onChoose(name)}
            onKeyDown={press}
            className="-mb-0.5 min-h-11 border-b-4 border-transparent px-3 font-semibold hover:bg-sunken aria-selected:border-brand aria-selected:text-brand"
          >
            {t(name)}
            {counts[name] > 0 && (
              <span className="ml-2 rounded-full border border-current px-1.5 text-[0.82rem]">
                {counts[name]}
                <span className="sr-only"> {t('chosen')}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${way}`} className="pt-4">
        {children}
      </div>
    </div>
  )
}
