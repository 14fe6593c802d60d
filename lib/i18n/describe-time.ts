import { FORMATS, TIME } from './date-formats'
import type { Locale } from './locales'

/** The wall-clock time of an ISO instant: "05:10". */
export function describeTime(instant: string, zone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(FORMATS[locale], { ...TIME, timeZone: zone }).format(new Date(instant))
}
