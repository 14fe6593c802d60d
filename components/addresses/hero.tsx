import { useLocale, useTranslations } from 'next-intl'
import { AddressSearch } from './address-search'
import { StreetPlan } from './street-plan'
import { suggestionWords } from './suggestion-words'
import { TownField } from './town-field'

export interface HeroProps {
  /** What was searched for, and in which town. */
  text: string
  town: string | undefined
  towns: readonly string[]
}

/** The question that residents come with, and where they answer it. */
export function Hero({ text, town, towns }: HeroProps) {
  const t = useTranslations('search')
  const locale = useLocale()
  const words = { ...suggestionWords(t), label: t('label'), hint: t('hint'), submit: t('submit') }
  // Whoever has searched already comes for the answer below.
  const isBeside = text !== ''
  return (
    <section aria-labelledby="hero" className="relative bg-hero text-on-hero">
      <div className="absolute inset-0 overflow-hidden">
        <StreetPlan className="absolute top-1/2 -right-32 hidden w-[44rem] -translate-y-1/2 overflow-visible mask-l-from-65% mask-l-to-95% md:block lg:-right-16" />
      </div>
      <div className={`relative mx-auto max-w-6xl px-4 sm:px-6 ${isBeside ? 'py-6' : 'py-10 sm:py-16'}`}>
        <div className="max-w-2xl space-y-6">
          <h1 id="hero" className={isBeside ? 'text-2xl' : 'text-3xl break-words min-[22rem]:text-4xl sm:text-5xl'}>
            {t('title')}
          </h1>
          {!isBeside && <p className="max-w-xl text-xl text-on-hero-soft">{t('lead')}</p>}
          <AddressSearch locale={locale} initial={text} initialTown={town ?? ''} words={words}>
            <TownField towns={towns} chosen={town} />
          </AddressSearch>
        </div>
      </div>
    </section>
  )
}
