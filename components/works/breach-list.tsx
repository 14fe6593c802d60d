import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { describeYearDay } from '@/lib/i18n/describe-year-day'
import type { Breach } from '@/lib/regulation/find-breaches'
import { Instant } from './instant'

/** Windows that the law does not allow, in words: a warning, for people to decide about. */
export function BreachList({ breaches, zone }: { breaches: readonly Breach[]; zone: string }) {
  const t = useTranslations('operator.legal.breach')
  const locale = useLocale()
  if (breaches.length === 0) return null
  const inWords = (breach: Breach) =>
    breach.kind === 'too_long'
      ? t('too_long', { hours: breach.hours, longest: breach.longest })
      : t('closed_season', { from: describeYearDay(breach.from, locale), to: describeYearDay(breach.to, locale) })
  return (
    <Alert tone="coming" title={t('title')}>
      <ul>
        {breaches.map((breach) => (
          <li key={`${breach.kind}:${breach.start}`}>
            <Instant at={breach.start} zone={zone} short />: {inWords(breach)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
