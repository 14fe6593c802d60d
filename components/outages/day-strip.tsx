import type { DayShare } from '@/lib/day-share'

/** Hours that the strip of one day bears. */
const HOURS = [0, 6, 12, 18, 24]

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

export interface DayStripProps {
  share: DayShare
  state: 'coming' | 'running' | 'ended' | 'cancelled'
}

const FILLS = {
  coming: 'bg-coming-edge',
  running: 'bg-running-edge',
  ended: 'bg-neutral-edge opacity-45',
  cancelled: 'bg-neutral-edge opacity-45',
}

/** The hours of a window drawn on its day, or its days. Says nothing that does not stand beside it in words. */
export function DayStrip({ share, state }: DayStripProps) {
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
      {days === 1 ? (
        <div className="flex justify-between pt-0.5 text-xs text-ink-soft tabular-nums">
          {HOURS.map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </div>
      ) : (
        <div className="relative h-1.5">
          {Array.from({ length: days - 1 }, (_, day) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: midnights are nothing but their number.
            <span key={day} className="absolute h-1.5 w-px bg-line-strong" style={{ left: percent((day + 1) / days) }} />
          ))}
        </div>
      )}
    </div>
  )
}
