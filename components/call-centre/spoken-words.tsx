'use client'

import { MessageSquareQuote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isLocale, LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'

export interface SpokenWordsProps {
  id: string
  words: Record<Locale, string>
  /** That of the caller's contact; another one is chosen when they answer in it. */
  language: string
}

/** What to read to the caller, in a language that they understand. */
export function SpokenWords({ id, words, language }: SpokenWordsProps) {
  const t = useTranslations('callCentre.outages')
  const [chosen, setChosen] = useState<Locale>(isLocale(language) ? language : 'en')
  return (
    <div className="space-y-3 rounded-control border-l-6 border-info-edge bg-info p-4 text-info-ink">
      <p className="flex items-center gap-2 font-semibold">
        <MessageSquareQuote aria-hidden="true" className="size-5 shrink-0" />
        {t('say')}
      </p>
      <p lang={chosen} aria-live="polite" className="text-lg">
        {words[chosen]}
      </p>
      <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
        <legend className="sr-only">{t('language')}</legend>
        {LOCALES.map((locale) => (
          <label key={locale} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name={`say-${id}`}
              checked={locale === chosen}
              onChange={() => setChosen(locale)}
              className="size-5 accent-brand"
            />
            <span lang={locale}>{LOCALE_NAMES[locale]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
