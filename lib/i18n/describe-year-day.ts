import { FORMATS } from './date-formats'
import type { Locale } from './locales'

/** A day of every year ("12-22") in words: "22 December". */
export function describeYearDay(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(FORMATS[locale], { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return format.format(new Date(`2024-${day}T12:00:00Z`))
}
