import { inZone } from '@/lib/wall-clock'
import { DAY, FORMATS, TIME } from './date-formats'
import type { Locale } from './locales'

/** A window in words of one language, on the clocks of one zone. */
export interface WindowWords {
  /** "Tuesday 1 December 2026", and the other day too where it ends on another. */
  day: string
  /** "08:30–14:00". */
  hours: string
  /** "14:00", with the day where that is another. */
  end: string
  /** "5 hours 30 minutes", as it will really pass, also on nights when clocks change. */
  duration: string
}

function describeDuration(minutes: number, locale: Locale): string {
  const amounts: Array<[number, 'day' | 'hour' | 'minute']> = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ]
  return amounts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => new Intl.NumberFormat(FORMATS[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(amount))
    .join(' ')
}

/** Describes the window between two ISO instants as people in `zone` see it. */
export function describeWindow({ start, end }: { start: string; end: string }, zone: string, locale: Locale): WindowWords {
  const [from, to] = [new Date(start), new Date(end)]
  const day = new Intl.DateTimeFormat(FORMATS[locale], { ...DAY, timeZone: zone })
  const time = new Intl.DateTimeFormat(FORMATS[locale], { ...TIME, timeZone: zone })
  const isOneDay = inZone(from, zone).toPlainDate().equals(inZone(to, zone).toPlainDate())
  return {
    day: isOneDay ? day.format(from) : `${day.format(from)} – ${day.format(to)}`,
    hours: `${time.format(from)}–${time.format(to)}`,
    end: isOneDay ? time.format(to) : `${day.format(to)}, ${time.format(to)}`,
    duration: describeDuration(Math.round((to.getTime() - from.getTime()) / 60_000), locale),
  }
}
