import { useLocale } from 'next-intl'
import type { DayShare } from '@/lib/day-share'
import { FORMATS } from '@/lib/i18n/date-formats'

/** Hours that the strip of one day bears. */
const HOURS = [0, 6, 12, 18, 24]

/** Names of more days than these do not fit. */
const MOST_NAMED = 7

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

export interface DayStripProps {
  share: DayShare
  state: 'coming' | 'running' | 'ended' | 'cancelled'
  /** IANA zone on whose clocks days are named. */
  zone: string
}

const FILLS = {
  coming: 'bg-coming-edge',
  running: 'bg-running-edge',
  ended: 'bg-neutral-edge opacity-45',
  cancelled: 'bg-neutral-edge opacity-45',
}

/** The hours of a window drawn on its day, or its days. Says nothing that does not stand beside it in words. */
export function DayStrip({ share, state, zone }: DayStripProps) {
  const locale = useLocale()
  const { from, to, now, days } = share
  return (
    <div aria-hidden="true" className="max-w-xl select-none print:hidden">
      <div className="relative h-4 overflow-hidden rounded-full bg-sunken ring-1 ring-line-strong ring-inset">
        <span
          className={`absolute inset-y-0 rounded-full ${FILLS[state]}`}
          style={{ left: percent(from), width: percent(Math.max(to - from, 0.012)) }}
        />
        {now !== null && <span className="day-strip-now absolute inset-y-0 w-0.5 bg-ink" style={{ left: percent(now) }} />}
      </div>
      <div className="flex justify-between pt-0.5 text-xs text-ink-soft tabular-nums">
        {days.length === 1
          ? HOURS.map((hour) => <span key={hour}>{hour}</span>)
          : days.length <= MOST_NAMED &&
            days.map((day) => (
              <span key={day} className="flex-1 text-center not-first:border-l not-first:border-line-strong">
                {new Intl.DateTimeFormat(FORMATS[locale], { weekday: 'short', timeZone: zone }).format(new Date(day))}
              </span>
            ))}
      </div>
    </div>
  )
}
