import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AddressAside } from '@/components/outages/address-aside'
import { ChangeList } from '@/components/outages/change-list'
import { groupOutages } from '@/components/outages/group-outages'
import { KeptNotice } from '@/components/outages/kept-notice'
import { OutageList } from '@/components/outages/outage-list'
import { OutageStatus } from '@/components/outages/outage-status'
import { StatusLines } from '@/components/outages/status-lines'
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

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('address')
  return { title: t('title'), robots: { index: false } }
}

export default async function AddressPage({ params }: Props) {
  const { id } = await params
  const now = await requestInstant()
  const { address, outages, works, changes } = await orNotFound(getAddressView(id, now))
  const ended = address ? await findEndedWorks(address.id, now) : []
  const [utility, t, locale] = [await getKnownUtility(), await getTranslations('address'), await getLocale()]
  const telling = tellingOf(utility)
  const { asOf, status } = outages
  const label = address ? `${address.street} ${formatHouseNumber(address)}` : t('title')
  const time = describeInstant(asOf, telling.zone, locale)
  const groups = groupOutages(outages.outages)
  const cuts = groups.filter(({ outages: [next] }) => next.state !== 'cancelled')
  return (
    <Page>
      <PageLife seconds={address && pageLifeOf(outages)} />
      <SiteCrumbs here={label} />
      <PageHeader title={label} eyebrow={address && [address.postcode, address.municipality].filter(Boolean).join(' ')} />
      {address && status !== 'unknown' && <KeptNotice asOf={asOf} time={time} knew={status} />}
      <TwoColumns aside={<AddressAside {...{ address, works, utility }} origin={env().PUBLIC_URL} token={env().MAPBOX_TOKEN} />}>
        <OutageStatus outages={outages} count={cuts.length} asOf={time} phone={utility?.phone}>
          <StatusLines groups={cuts} asOf={asOf} telling={telling} />
        </OutageStatus>
        {address && <StillNoSupply {...{ ended, telling }} addressId={address.id} phone={utility?.phone} report={reportNoSupplyAction} />}
        <OutageList groups={groups} works={works} asOf={asOf} telling={telling} />
        <ChangeList changes={changes} telling={telling} isMixed />
      </TwoColumns>
      <PrintedLink href={`${env().PUBLIC_URL}/${locale}/addresses/${id}`} />
    </Page>
  )
}
