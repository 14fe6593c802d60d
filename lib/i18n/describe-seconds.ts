import { FORMATS } from './date-formats'
import type { Locale } from './locales'

const MINUTE = 60
const HOUR = 3600

/** How long something takes, in the reader's words, to one unit: "40 seconds", "17 minutes", "2.5 hours". */
export function describeSeconds(seconds: number, locale: Locale): string {
  const [value, unit] =
    seconds < 2 * MINUTE ? [seconds, 'second'] : seconds < 2 * HOUR ? [Math.ceil(seconds / MINUTE), 'minute'] : [seconds / HOUR, 'hour']
  return new Intl.NumberFormat(FORMATS[locale], {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(Number(value))
}
