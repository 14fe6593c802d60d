import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Utility } from '@/lib/utility/utility'
import type { WidgetQuery } from '@/lib/widget/widget-query'
import { widgetSearch } from '@/lib/widget/widget-search'
import type { WidgetView } from '@/lib/works/get-widget-view'
import { WidgetOutages } from './widget-outages'

export interface WidgetAnswerProps {
  view: WidgetView
  query: WidgetQuery
  utility: Utility | null
}

/** What was found, in the frame: one address and what is planned there, addresses to choose from, or what to do next. */
export function WidgetAnswer({ view, query, utility }: WidgetAnswerProps) {
  const t = useTranslations()
  const locale = useLocale()
  if (view.kind === 'empty') return null
  if (view.kind === 'address') return <WidgetOutages address={view.address} outages={view.outages} utility={utility} />
  if (view.kind === 'unavailable' || view.lookup.status === 'none') {
    const isUnknown = view.kind === 'unavailable'
    return (
      <Alert tone="unknown" title={isUnknown ? t('address.unknown.title') : t('search.none', { text: query.q ?? '' })}>
        <p>{isUnknown ? t('address.unknown.text') : t('search.advice_number')}</p>
        {utility && <PhoneLink phone={utility.phone} />}
      </Alert>
    )
  }
  return (
    <section aria-labelledby="choices" className="space-y-2">
      <h2 id="choices" className="text-xl">
        {t('search.choices')}
      </h2>
      {view.lookup.reason && <p>{t(`search.reason_${view.lookup.reason}`)}</p>}
      <ul className="space-y-2">
        {view.lookup.choices?.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`/${locale}/widget/frame${widgetSearch(query, { address: id })}`}
              className="flex min-h-11 items-center rounded-control border border-line-strong bg-surface px-3.5 py-1.5 hover:bg-sunken"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
