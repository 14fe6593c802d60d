import { MapPin } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { suggestionWords } from '@/components/addresses/suggestion-words'
import { SiteLink } from '@/components/site/site-link'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import type { Lookup } from '@/lib/addresses/addresses'
import { PlaceSearch } from './place-search'

/** First step of enrolling: which address. A plain form, and what it found to choose from. */
export function EnrolSearch({ text, lookup }: { text: string; lookup: Lookup | null }) {
  const [t, search, locale] = [useTranslations('enrol'), useTranslations('search'), useLocale()]
  return (
    <Card as="section" aria-labelledby="enrol-search" className="space-y-5">
      <h2 id="enrol-search" className="text-xl">
        {t('search_title')}
      </h2>
      <PlaceSearch
        locale={locale}
        initial={text}
        words={{ ...suggestionWords(search), label: t('search_label'), hint: t('search_hint'), submit: t('search_submit') }}
      />
      {lookup?.status === 'none' && (
        <Alert tone="unknown" role="status" title={search('none', { text })}>
          <p>{search('advice_number')}</p>
        </Alert>
      )}
      {lookup?.choices && (
        <section aria-labelledby="enrol-choices" className="space-y-3">
          <h3 id="enrol-choices">{search('choices')}</h3>
          {lookup.reason && <p>{search(`reason_${lookup.reason}`)}</p>}
          <ul className="space-y-2">
            {lookup.choices.map(({ id, label }) => (
              <li key={id}>
                <SiteLink
                  href={`/enrol?address=${id}`}
                  className="flex min-h-11 items-center gap-3 rounded-control border border-line px-4 py-2 font-medium hover:border-line-strong hover:bg-sunken"
                >
                  <MapPin aria-hidden="true" className="size-5 shrink-0 text-brand" />
                  {label}
                </SiteLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  )
}
