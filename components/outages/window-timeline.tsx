import { useLocale, useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/status-pill'
import { dayShare } from '@/lib/day-share'
import { describeDaysUntil } from '@/lib/i18n/describe-days-until'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { Telling } from '@/lib/utility/telling'
import type { WindowText } from '@/lib/works/works'
import { Countdown } from './countdown'
import { DayStrip } from './day-strip'
import { stateOfWindow } from './works-state'

export interface WindowTimelineProps {
  windows: readonly WindowText[]
  isCancelled: boolean
  /** ISO instant. */
  asOf: string
  telling: Telling
}

/** Milliseconds before something happens from when on the time left is told. */
const SOON = 24 * 3_600_000

const DOTS = {
  coming: 'border-coming-edge bg-surface',
  running: 'border-running-edge bg-running-edge',
  ended: 'border-neutral-edge bg-neutral',
  cancelled: 'border-neutral-edge bg-neutral',
}

/** When supply is interrupted: a list in words first, each with its hours drawn, one below the other along a line. */
export function WindowTimeline({ windows, isCancelled, asOf, telling }: WindowTimelineProps) {
  const t = useTranslations('outage')
  const locale = useLocale()
  const now = new Date(asOf)
  return (
    <ol className="relative space-y-6 border-l-2 border-line-strong pl-6">
      {windows.map((window) => {
        const words = describeWindow(window, telling.zone, locale)
        const state = isCancelled ? 'cancelled' : stateOfWindow(window, asOf)
        const next = state === 'running' ? window.end : window.start
        const isSoon = (state === 'running' || state === 'coming') && Date.parse(next) - now.getTime() <= SOON
        const Text = isCancelled ? 's' : 'p'
        return (
          <li key={window.start} className="relative space-y-2">
            <span aria-hidden="true" className={`absolute top-1.5 -left-[2.05rem] size-4 rounded-full border-3 ${DOTS[state]}`} />
            <Text className="block">
              <time dateTime={window.start} className="block text-lg first-letter:uppercase">
                {words.day}
              </time>
              <span
                className={`text-2xl font-bold tabular-nums sm:text-3xl print:text-4xl ${isCancelled ? 'line-through decoration-2' : ''}`}
              >
                {words.hours}
              </span>{' '}
              <span className="whitespace-nowrap text-ink-soft">({words.duration})</span>
            </Text>
            {/* On paper "tomorrow" is soon wrong. */}
            <div className={`flex flex-wrap items-center gap-x-4 gap-y-1 ${isCancelled ? '' : 'print:hidden'}`}>
              <StatusPill tone={state}>
                {state === 'coming' ? describeDaysUntil(window.start, now, telling.zone, locale) : t(state)}
              </StatusPill>
              {isSoon && (
                <Countdown
                  to={next}
                  asOf={asOf}
                  locale={locale}
                  words={{
                    left: t(state === 'running' ? 'ends_in' : 'begins_in', { time: '{time}' }),
                    over: t(state === 'running' ? 'ends_over' : 'begins_over'),
                    again: t('again'),
                  }}
                />
              )}
            </div>
            <DayStrip share={dayShare(window, now, telling.zone)} state={state} zone={telling.zone} />
          </li>
        )
      })}
    </ol>
  )
}
