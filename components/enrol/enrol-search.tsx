import { useLocale, useTranslations } from 'next-intl'
import { AddressChoice } from '@/components/addresses/address-choice'
import { suggestionWords } from '@/components/addresses/suggestion-words'
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
                <AddressChoice href={`/enrol?address=${id}`} label={label} className="min-h-11" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  )
}
