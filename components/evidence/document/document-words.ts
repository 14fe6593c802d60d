import { FORMATS } from '@/lib/i18n/date-formats'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'

/** Everything that the document's parts need to speak: words by namespace, and times on the utility's clocks. */
export interface DocumentWords {
  locale: Locale
  zone: string
  evidence: ReturnType<typeof translator>
  operator: ReturnType<typeof translator>
  notice: ReturnType<typeof translator>
  channel: ReturnType<typeof translator>
  /** "Thursday 26 November 2026, 10:00". */
  instant: (iso: string) => string
  /** "26/11/2026, 10:00:04": where many stand below each other. Empty for null. */
  brief: (instant: Date | null) => string
  count: (count: number) => string
}

const BRIEF = { dateStyle: 'short', timeStyle: 'medium' } as const

/** The document's words in one language. */
export function documentWords(locale: Locale, zone: string): DocumentWords {
  const brief = new Intl.DateTimeFormat(FORMATS[locale], { ...BRIEF, timeZone: zone })
  return {
    locale,
    zone,
    evidence: translator(locale, 'evidence'),
    operator: translator(locale, 'operator'),
    notice: translator(locale, 'notice'),
    channel: translator(locale, 'outbox.channel'),
    instant: (iso) => describeInstant(iso, zone, locale),
    brief: (instant) => (instant ? brief.format(instant) : ''),
    count: (count) => count.toLocaleString(FORMATS[locale]),
  }
}
