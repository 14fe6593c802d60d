import { FORMATS } from './date-formats'
import type { Locale } from './locales'

const MINUTE = 60_000

/** So many milliseconds, to the minute, in the reader's words: "2 hours 5 minutes", "1 minute". */
export function describeTimeLeft(milliseconds: number, locale: Locale): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / MINUTE))
  const amounts: Array<[number, 'hour' | 'minute']> = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ]
  return amounts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => new Intl.NumberFormat(FORMATS[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(amount))
    .join(' ')
}
