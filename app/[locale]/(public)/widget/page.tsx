import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SiteCrumbs } from '@/components/site/site-crumbs'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Snippet } from '@/components/widget/snippet'
import { WidgetForm } from '@/components/widget/widget-form'
import { listTowns } from '@/lib/addresses/list-towns'
import { env } from '@/lib/env'
import { isLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { readWidgetChoice, widgetFrame, widgetSnippets } from '@/lib/widget/widget-snippets'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('widget.page'))('title') }
}

export default async function WidgetPage({ searchParams }: Props) {
  const choice = readWidgetChoice(await searchParams)
  const [t, locale] = await Promise.all([getTranslations('widget.page'), getLocale()])
  // Without the database there are no towns to choose from; the rest holds.
  const towns = await listTowns().catch(() => [])
  const shown = choice.language ?? (isLocale(locale) ? locale : 'en')
  const title = translator(shown, 'widget')('title')
  const snippets = widgetSnippets(choice, env().PUBLIC_URL, title)
  const words = { copy: t('copy'), copied: t('copied') }
  return (
    <Page>
      <SiteCrumbs here={t('title')} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="min-w-0 space-y-8">
          <Card>
            <WidgetForm choice={choice} towns={towns} />
          </Card>
          <Snippet id="script" title={t('script_title')} text={t('script_text')} code={snippets.script} words={words} />
          <Snippet id="frame" title={t('frame_title')} text={t('frame_text')} code={snippets.frame} words={words} />
          <Snippet id="policy" title={t('policy_title')} text={t('policy_text')} code={snippets.policy} words={words} />
        </div>
        <section aria-labelledby="preview" className="space-y-3">
          <h2 id="preview" className="text-xl">
            {t('preview')}
          </h2>
          <iframe
            src={widgetFrame({ ...choice, language: shown })}
            title={title}
            className="h-[40rem] w-full rounded-card border border-line-strong"
          />
        </section>
      </div>
    </Page>
  )
}
