import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SiteCrumbs } from '@/components/site/site-crumbs'
import { HandoffFigure } from '@/components/status/handoff-figure'
import { Alert } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { PageLife } from '@/components/ui/page-life'
import { requestInstant } from '@/lib/http/request-instant'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { getStatusView } from '@/lib/notices/get-status-view'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { tellingOf } from '@/lib/utility/telling'

/** Its figures are a quarter of a minute old already (lib/notices/get-status-view.ts). */
const LIFE = 10

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('status'))('title') }
}

export default async function StatusPage() {
  const [{ isRunning, days, asOf }, utility, t] = await Promise.all([
    getStatusView(await requestInstant()),
    getKnownUtility(),
    getTranslations(),
  ])
  const state = isRunning ? 'running' : 'disturbed'
  const time = describeInstant(asOf, tellingOf(utility).zone, await getLocale())
  return (
    <Page>
      <PageLife seconds={LIFE} />
      <SiteCrumbs here={t('status.title')} />
      <PageHeader title={t('status.title')} lead={t('status.lead')} />
      <Alert tone={isRunning ? 'clear' : 'danger'} title={t(`status.${state}.title`)}>
        <p>{t(`status.${state}.text`)}</p>
        <p className="text-[0.94rem]">{t('status.as_of', { time })}</p>
      </Alert>
      <HandoffFigure days={days} />
    </Page>
  )
}

/** What it says is of now, so it is never answered at build time; lib/notices/get-status-view.ts keeps an answer for a while. */
export const dynamic = 'force-dynamic'
