'use client'

import { useEffect, useState } from 'react'
import { isMotionReduced } from '@/components/ui/is-motion-reduced'
import { describeTimeLeft } from '@/lib/i18n/describe-time-left'
import type { Locale } from '@/lib/i18n/locales'

export interface CountdownProps {
  /** ISO instants: what is waited for, and when the page was true. */
  to: string
  asOf: string
  locale: Locale
  /** `left` with "{time}" in it; `over` and `again` once the time is over. */
  words: { left: string; over: string; again: string }
}

/** Milliseconds: it tells minutes, so it need not look more often. */
const LOOKS = 10_000

/**
 * The time left until an instant. Counts from when the page was true, not by the device's clock, which may be wrong. Without a script, and for
 * those who asked for less motion, it stands still, beside the page's own "as of".
 */
export function Countdown({ to, asOf, locale, words }: CountdownProps) {
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    if (isMotionReduced()) return
    const opened = Date.now()
    const look = () => setElapsed(Date.now() - opened)
    const timer = setInterval(look, LOOKS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  const left = Date.parse(to) - Date.parse(asOf) - elapsed
  if (left <= 0) {
    return (
      <p>
        {words.over}{' '}
        <a href="?" className="font-semibold underline underline-offset-4">
          {words.again}
        </a>
      </p>
    )
  }
  return (
    <p role="timer" suppressHydrationWarning className="font-semibold tabular-nums">
      {words.left.replace('{time}', describeTimeLeft(left, locale))}
    </p>
  )
}
