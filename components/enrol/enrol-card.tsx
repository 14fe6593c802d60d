import { useTranslations } from 'next-intl'
import { SiteTextLink } from '@/components/site/site-text-link'
import { Card } from '@/components/ui/card'
import type { AddressDetail } from '@/lib/addresses/addresses'
import type { BotLink } from '@/lib/contacts/bot-links'
import { LOCALE_NAMES, type Locale } from '@/lib/i18n/locales'
import { BotLinks } from './bot-links'
import { EnrolForm, type EnrolFormProps } from './enrol-form'

export interface EnrolCardProps {
  address: AddressDetail
  languages: readonly Locale[]
  /** The page's language: the one that is chosen at first, where the utility writes in it. */
  locale: Locale
  bots: readonly BotLink[]
  start: EnrolFormProps['start']
}

/** Second step of enrolling: where to be told, and in which language. */
export function EnrolCard({ address, languages, locale, bots, start }: EnrolCardProps) {
  const [t, consent] = [useTranslations('enrol'), useTranslations('consent')]
  const words = {
    ...{ value: t('value'), valueHint: t('value_hint'), language: t('language'), submit: t('submit'), consent: consent('notices') },
  }
  return (
    <Card as="section" aria-labelledby="enrol-address" className="space-y-5">
      <div className="space-y-1">
        <p className="text-ink-soft">{t('for')}</p>
        <h2 id="enrol-address" className="text-xl break-words">
          {address.label}
        </h2>
        <SiteTextLink href="/enrol" className="inline-flex min-h-11 items-center">
          {t('other_address')}
        </SiteTextLink>
      </div>
      <EnrolForm
        addressId={address.id}
        languages={languages.map((language) => ({ value: language, label: LOCALE_NAMES[language] }))}
        language={locale}
        words={words}
        start={start}
      />
      <p className="text-[0.94rem] text-ink-soft">
        {consent('more')} <SiteTextLink href="/privacy">{consent('privacy')}</SiteTextLink>
      </p>
      <BotLinks bots={bots} />
    </Card>
  )
}
