import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Lookup } from '@/lib/addresses/addresses'
import { AddressChoice } from './address-choice'

/** What a search without a clear answer found: addresses to choose from, or what to do next. */
export function SearchResults({ lookup, text, phone }: { lookup: Lookup; text: string; phone: string | undefined }) {
  const t = useTranslations('search')
  if (lookup.status === 'none') {
    return (
      <section aria-labelledby="results" className="max-w-prose space-y-3">
        <h2 id="results" className="text-2xl break-words">
          {t('none', { text })}
        </h2>
        <ul className="list-disc space-y-1 pl-6 text-lg">
          <li>{t('advice_street')}</li>
          <li>{t('advice_number')}</li>
          <li>{t('advice_call')}</li>
        </ul>
        {phone && <PhoneLink phone={phone} />}
      </section>
    )
  }
  return (
    <section aria-labelledby="results" className="space-y-4">
      <h2 id="results" className="text-2xl">
        {t('choices')}
      </h2>
      {lookup.reason && <p className="max-w-prose text-lg">{t(`reason_${lookup.reason}`)}</p>}
      <ul className="grid gap-3 sm:grid-cols-2">
        {lookup.choices?.map(({ id, label }) => (
          <li key={id}>
            <AddressChoice href={`/addresses/${id}`} label={label} className="min-h-13 bg-surface text-lg" />
          </li>
        ))}
      </ul>
    </section>
  )
}
