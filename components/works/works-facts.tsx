import { useLocale, useTranslations } from 'next-intl'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { WorksDetail } from '@/lib/works/works'
import { Instant } from './instant'

/** What was planned, in words. */
export function WorksFacts({ works, zone }: { works: WorksDetail; zone: string }) {
  const t = useTranslations('operator.detail')
  const locale = useLocale()
  const windows = works.parts.flatMap((part) => part.windows)
  const kinds = useTranslations('outage.supply_kind')
  const places = works.supplyPlaces.map(({ kind, label, note }) => [kinds(kind), label, note].filter(Boolean).join(', '))
  const text = (term: string, details: string | null): Description | null => (details ? { term, details } : null)
  const instant = (term: string, at: string | null): Description | null => (at ? { term, details: <Instant at={at} zone={zone} /> } : null)
  const times = windows.map((window) => {
    const { day, hours, duration } = describeWindow(window, zone, locale)
    return <li key={window.start}>{`${day}, ${hours} (${duration})`}</li>
  })
  return (
    <DescriptionList
      items={[
        times.length > 0 ? { term: t('windows'), details: <ul>{times}</ul> } : null,
        text(t('work_type'), works.workType?.[locale] ?? null),
        text(t('reason'), works.reason),
        text(t('advice'), works.advice),
        text(t('contact'), works.contact),
        text(t('supply'), places.join('\n')),
        text(t('crew'), works.crew),
        text(t('internal_notes'), works.internalNotes),
        text(t('external_reference'), works.externalReference),
        text(t('short_notice_reason'), works.shortNoticeReason),
        text(t('cancel_reason'), works.cancelReason),
        instant(t('created'), works.createdAt),
        instant(t('published'), works.publishedAt),
        instant(t('cancelled'), works.cancelledAt),
      ]}
    />
  )
}
