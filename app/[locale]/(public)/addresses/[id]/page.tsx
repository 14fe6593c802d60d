import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AreaMap } from '@/components/map/area-map'
import { ContactCard } from '@/components/outages/contact-card'
import { OutageList } from '@/components/outages/outage-list'
import { OutageStatus } from '@/components/outages/outage-status'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { TwoColumns } from '@/components/ui/two-columns'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import { env } from '@/lib/env'
import { orNotFound } from '@/lib/http/or-not-found'
import { requestInstant } from '@/lib/http/request-instant'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { tellingOf } from '@/lib/utility/telling'
import { getAddressView } from '@/lib/works/get-address-view'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('address')
  return { title: t('title'), robots: { index: false } }
}

export default async function AddressPage({ params }: Props) {
  const { address, outages } = await orNotFound(getAddressView((await params).id, await requestInstant()))
  const utility = await getKnownUtility()
  const telling = tellingOf(utility)
  const t = await getTranslations()
  const label = address ? `${address.street} ${formatHouseNumber(address)}` : t('address.title')
  const aside = (
    <>
      {address && <AreaMap point={address.point} label={t('address.map', { address: label })} token={env().MAPBOX_TOKEN} />}
      {utility && <ContactCard utility={utility} />}
    </>
  )
  return (
    <Page>
      <Breadcrumbs label={t('site.path')} crumbs={[{ label: t('site.home'), href: '/' }, { label }]} />
      <PageHeader title={label} eyebrow={address && [address.postcode, address.municipality].filter(Boolean).join(' ')} />
      <TwoColumns aside={aside}>
        <OutageStatus outages={outages} asOf={describeInstant(outages.asOf, telling.zone, await getLocale())} />
        <OutageList outages={outages} telling={telling} />
      </TwoColumns>
    </Page>
  )
}
