import { useLocale } from 'next-intl'
import { FORMATS, TIME } from '@/lib/i18n/date-formats'
import { describeInstant } from '@/lib/i18n/describe-instant'

const SHORT = { weekday: 'short', day: 'numeric', month: 'short', ...TIME } as const

/** An ISO instant in the reader's language, on the clocks of the utility's zone; `short` where room is scarce and the year is plain. */
export function Instant({ at, zone, short = false }: { at: string; zone: string; short?: boolean }) {
  const locale = useLocale()
  const brief = () => new Intl.DateTimeFormat(FORMATS[locale], { ...SHORT, timeZone: zone }).format(new Date(at))
  return <time dateTime={at}>{short ? brief() : describeInstant(at, zone, locale)}</time>
}
