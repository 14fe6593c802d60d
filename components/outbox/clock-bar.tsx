'use client'

import { Clock, FastForward, RotateCcw } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/http/action'
import { describeInstant } from '@/lib/i18n/describe-instant'

type Move = 'next' | 'reset'

export interface ClockBarProps {
  /** ISO instant that the demo's clock shows. */
  now: string
  zone: string
  /** Returns what the clock shows afterwards, as an ISO instant. */
  move: (to: Move) => Promise<ActionResult<string>>
}

/** The demo's own time: five days pass in a click, and what falls due on the way is sent. */
export function ClockBar({ now, zone, move }: ClockBarProps) {
  const t = useTranslations('outbox.clock')
  const locale = useLocale()
  const [moving, startMoving] = useTransition()
  const [result, setResult] = useState<{ to: Move; answer: ActionResult<string> } | null>(null)
  const act = (to: Move) => startMoving(async () => setResult({ to, answer: await move(to) }))
  const told = (to: Move, at: string) => t(to === 'next' ? 'moved' : 'was_reset', { now: describeInstant(at, zone, locale) })
  return (
    <section aria-label={t('label')} className="space-y-3 rounded-card border border-line bg-surface p-4 shadow-card sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="flex items-center gap-3 text-lg font-semibold">
          <Clock aria-hidden="true" className="size-6 shrink-0 text-ink-soft" />
          {t('now', { now: describeInstant(now, zone, locale) })}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="accent" pending={moving} onClick={() => act('next')}>
            {!moving && <FastForward aria-hidden="true" className="size-5" />}
            {t('next')}
          </Button>
          <Button variant="secondary" disabled={moving} onClick={() => act('reset')}>
            <RotateCcw aria-hidden="true" className="size-5" />
            {t('reset')}
          </Button>
        </div>
      </div>
      {result &&
        (result.answer.ok ? (
          <Alert tone="clear" role="status" title={told(result.to, result.answer.value)} />
        ) : (
          <Alert tone="unknown" role="alert" title={result.answer.error.message} />
        ))}
    </section>
  )
}
