import { inZone } from '@/lib/wall-clock'
import { FORMATS } from './date-formats'
import type { Locale } from './locales'

/** How far off a day is on the calendar of `zone`: "today", "tomorrow", "in 5 days". */
export function describeDaysUntil(instant: string, now: Date, zone: string, locale: Locale): string {
  const days = inZone(now, zone)
    .toPlainDate()
    .until(inZone(new Date(instant), zone).toPlainDate()).days
  return new Intl.RelativeTimeFormat(FORMATS[locale], { numeric: 'auto' }).format(days, 'day')
}
