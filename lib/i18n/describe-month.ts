import { FORMATS } from './date-formats'
import type { Locale } from './locales'

/** "2026-12" in words: "December 2026". */
export function describeMonth(month: string, locale: Locale): string {
  const text = new Intl.DateTimeFormat(FORMATS[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
  return text.charAt(0).toLocaleUpperCase(FORMATS[locale]) + text.slice(1)
}
