import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { AddressAnswer } from '@/components/outages/address-answer'
import { AddressAside } from '@/components/outages/address-aside'
import { KeptNotice } from '@/components/outages/kept-notice'
import { PrintedLink } from '@/components/site/printed-link'
import { SiteCrumbs } from '@/components/site/site-crumbs'
import { StillNoSupply } from '@/components/supply-reports/still-no-supply'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { PageLife } from '@/components/ui/page-life'
import { TwoColumns } from '@/components/ui/two-columns'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import { env } from '@/lib/env'
import { orNotFound } from '@/lib/http/or-not-found'
import { requestInstant } from '@/lib/http/request-instant'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { tellingOf } from '@/lib/utility/telling'
import { getAddressView } from '@/lib/works/get-address-view'
import { pageLifeOf } from '@/lib/works/page-life'
import { findEndedWorks } from '@/lib/works/supply-reports/find-ended-works'
import { reportNoSupplyAction } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

/** Once for a request, for its title and for itself. */
const viewOf = cache(async (id: string) => {
  const now = await requestInstant()
  return { now, ...(await orNotFound(getAddressView(id, now))) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const { address } = await viewOf(id)
  const [t, locale] = [await getTranslations('address'), await getLocale()]
  return {
    title: address?.label ?? t('title'),
    robots: { index: false },
    alternates: { types: { 'application/atom+xml': `${env().PUBLIC_URL}/feeds/addresses/${id}.atom?lang=${locale}` } },
  }
}

export default async function AddressPage({ params }: Props) {
  const { id } = await params
  const view = await viewOf(id)
  const { now, address, outages } = view
  const [utility, t, locale] = [await getKnownUtility(), await getTranslations('address'), await getLocale()]
  const { PUBLIC_URL: origin, MAPBOX_TOKEN: token } = env()
  const telling = tellingOf(utility)
  const label = address ? `${address.street} ${formatHouseNumber(address)}` : t('title')
  const time = describeInstant(outages.asOf, telling.zone, locale)
  const ended = address ? await findEndedWorks(address.id, now) : []
  return (
    <Page>
      <PageLife seconds={address && pageLifeOf(outages)} />
      <SiteCrumbs here={label} />
      <PageHeader title={label} eyebrow={address && [address.postcode, address.municipality].filter(Boolean).join(' ')} />
      {address && outages.status !== 'unknown' && <KeptNotice asOf={outages.asOf} time={time} knew={outages.status} />}
      <TwoColumns aside={<AddressAside {...{ address, utility, origin, token }} works={view.works} />}>
        <AddressAnswer {...view} {...{ time, telling }} phone={utility?.phone}>
          {address && <StillNoSupply {...{ ended, telling }} addressId={address.id} phone={utility?.phone} report={reportNoSupplyAction} />}
        </AddressAnswer>
      </TwoColumns>
      <PrintedLink href={`${origin}/${locale}/addresses/${id}`} />
    </Page>
  )
}
