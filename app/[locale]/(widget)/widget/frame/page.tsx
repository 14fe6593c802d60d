import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { suggestionWords } from '@/components/addresses/suggestion-words'
import { WidgetAnswer } from '@/components/widget/widget-answer'
import { WidgetSearch } from '@/components/widget/widget-search'
import { requestInstant } from '@/lib/http/request-instant'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { readWidgetQuery } from '@/lib/widget/widget-query'
import { getWidgetView } from '@/lib/works/get-widget-view'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('widget'))('title'), robots: { index: false } }
}

/** The only page that others may put in a frame. */
export default async function WidgetFramePage({ searchParams }: Props) {
  const query = readWidgetQuery(await searchParams)
  const [view, utility, locale, t, search] = await Promise.all([
    getWidgetView(query, await requestInstant()),
    getKnownUtility(),
    getLocale(),
    getTranslations('widget'),
    getTranslations('search'),
  ])
  const words = { ...suggestionWords(search), label: t('label'), submit: t('submit') }
  return (
    <main className={`widget-${query.colour} flex min-h-[26rem] flex-col gap-5 p-4`}>
      <h1 className="text-2xl">{t('title')}</h1>
      <WidgetSearch locale={locale} query={query} words={words} />
      <WidgetAnswer view={view} query={query} utility={utility} />
      {utility && <p className="mt-auto text-[0.94rem] text-ink-soft">{t('by', { utility: utility.name })}</p>}
    </main>
  )
}
