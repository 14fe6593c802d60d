'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { FORMATS } from '@/lib/i18n/date-formats'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { RehearsedNotice } from '@/lib/notices/rehearsal/rehearse-notice'

/** Whether the last message of a first notice beats the law's instant; if not, since when not, and what would make it. */
export function RehearsalVerdict({ notice, zone }: { notice: RehearsedNotice; zone: string }) {
  const t = useTranslations('operator.rehearsal')
  const channels = useTranslations('outbox.channel')
  const locale = useLocale()
  const { legal, lastHandedOverAt } = notice
  if (!legal || !lastHandedOverAt) return null
  const inWords = (instant: string | undefined) => (instant ? describeInstant(instant, zone, locale) : '')
  const times = { last: inWords(lastHandedOverAt), instant: inWords(legal.instant) }
  if (legal.ok) return <Alert tone="clear" title={t('in_time', times)} />
  return (
    <Alert tone="danger" title={t('too_late', times)}>
      <ul className="list-disc pl-5">
        <li>{t('since', { since: inWords(legal.tooLateSince) })}</li>
        <li>{t('earliest', { start: inWords(legal.earliestStart) })}</li>
        {legal.faster && (
          <li>
            {t('faster', {
              channel: channels(legal.faster.channel),
              rate: new Intl.NumberFormat(FORMATS[locale]).format(legal.faster.rate),
            })}
          </li>
        )}
      </ul>
    </Alert>
  )
}
