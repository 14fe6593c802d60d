import { DAY, FORMATS, TIME } from './date-formats'
import type { Locale } from './locales'

/** An ISO instant in words: "Sunday 22 November 2026, 05:10". */
export function describeInstant(instant: string, zone: string, locale: Locale): string {
  const date = new Date(instant)
  const day = new Intl.DateTimeFormat(FORMATS[locale], { ...DAY, timeZone: zone }).format(date)
  return `${day}, ${new Intl.DateTimeFormat(FORMATS[locale], { ...TIME, timeZone: zone }).format(date)}`
}
