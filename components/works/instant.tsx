import { useLocale } from 'next-intl'
import { describeInstant } from '@/lib/i18n/describe-instant'

/** An ISO instant in the reader's language, on the clocks of the utility's zone. */
export function Instant({ at, zone }: { at: string; zone: string }) {
  return <time dateTime={at}>{describeInstant(at, zone, useLocale())}</time>
}
