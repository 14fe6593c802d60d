import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AreaMap } from '@/components/map/area-map'
import { ContactCard } from '@/components/outages/contact-card'
import { SupplyList } from '@/components/outages/supply-list'
import { WorksFacts } from '@/components/outages/works-facts'
import { publicStateOf } from '@/components/outages/works-state'
import { WorksWindows } from '@/components/outages/works-windows'
import { Alert } from '@/components/ui/alert'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { StatusPill } from '@/components/ui/status-pill'
import { TwoColumns } from '@/components/ui/two-columns'
import { currentInstant } from '@/lib/clock'
import { env } from '@/lib/env'
import { orNotFound } from '@/lib/http/or-not-found'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { tellingOf } from '@/lib/utility/telling'
import { getPublicWorks } from '@/lib/works/get-public-works'

interface Props {
  params: Promise<{ reference: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference }
}

export default async function WorksPage({ params }: Props) {
  const works = await orNotFound(getPublicWorks((await params).reference, await currentInstant()))
  const utility = await getKnownUtility()
  const telling = tellingOf(utility)
  const t = await getTranslations()
  const state = publicStateOf(works)
  return (
    <Page>
      <Breadcrumbs label={t('site.path')} crumbs={[{ label: t('site.home'), href: '/' }, { label: works.reference }]} />
      <PageHeader
        title={<span lang={telling.language}>{works.title}</span>}
        eyebrow={t(`service.${works.service}`)}
        lead={t('address.as_of', { time: describeInstant(works.asOf, telling.zone, await getLocale()) })}
      >
        <StatusPill tone={state}>{t(`outage.${state}`)}</StatusPill>
      </PageHeader>
      <TwoColumns aside={utility && <ContactCard utility={utility} />}>
        {state === 'cancelled' && (
          <Alert tone="cancelled" title={t('outage.cancelled_text')}>
            <p lang={telling.language}>{works.cancelReason}</p>
          </Alert>
        )}
        <WorksWindows works={works} telling={telling} />
        <WorksFacts works={works} telling={telling} />
        {state !== 'cancelled' && <SupplyList places={works.supplyPlaces} telling={telling} />}
        <AreaMap
          area={works.area}
          marks={works.supplyPlaces}
          label={t('outage.map', { title: works.title })}
          load="visible"
          token={env().MAPBOX_TOKEN}
        />
      </TwoColumns>
    </Page>
  )
}
