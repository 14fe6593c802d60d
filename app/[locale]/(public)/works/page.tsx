import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ComingFilterForm } from '@/components/outages/coming-filter-form'
import { ComingList } from '@/components/outages/coming-list'
import { CannotSay } from '@/components/site/cannot-say'
import { SiteCrumbs } from '@/components/site/site-crumbs'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { PageLife } from '@/components/ui/page-life'
import { env } from '@/lib/env'
import { requestInstant } from '@/lib/http/request-instant'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { tellingOf } from '@/lib/utility/telling'
import { readComingFilter } from '@/lib/works/coming/coming-filter'
import { getComingViewOrNull } from '@/lib/works/coming/get-coming-view-or-null'
import { LIVELY } from '@/lib/works/page-life'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('works_list')
  return { title: t('title') }
}

export default async function WorksListPage({ searchParams }: Props) {
  const now = await requestInstant()
  const view = await getComingViewOrNull(readComingFilter(await searchParams), now)
  const utility = await getKnownUtility()
  const t = await getTranslations('works_list')
  const time = describeInstant(now.toISOString(), tellingOf(utility).zone, await getLocale())
  return (
    <Page>
      <PageLife seconds={view && LIVELY} />
      <SiteCrumbs here={t('title')} />
      <PageHeader title={t('title')} lead={t('lead', { time })} />
      {view ? (
        <>
          <ComingFilterForm filter={view.filter} towns={view.towns} services={utility?.services ?? []} />
          <ComingList view={view} telling={tellingOf(utility)} token={env().MAPBOX_TOKEN} />
        </>
      ) : (
        <CannotSay phone={utility?.phone} />
      )}
    </Page>
  )
}
