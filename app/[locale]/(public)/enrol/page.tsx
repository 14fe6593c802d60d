import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EnrolCard } from '@/components/enrol/enrol-card'
import { EnrolSearch } from '@/components/enrol/enrol-search'
import { ContactCard } from '@/components/outages/contact-card'
import { NotYet } from '@/components/site/not-yet'
import { SiteCrumbs } from '@/components/site/site-crumbs'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { TwoColumns } from '@/components/ui/two-columns'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { getAddress } from '@/lib/addresses/queries'
import { readAddressId } from '@/lib/addresses/read-address-id'
import { botLinks } from '@/lib/contacts/bot-links'
import { env } from '@/lib/env'
import { orNotFound } from '@/lib/http/or-not-found'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { startEnrolmentAction } from './actions'

interface Props {
  searchParams: Promise<Partial<Record<'q' | 'address', string | string[]>>>
}

/** As much as an address can be long. */
const LONGEST = 200

const read = (text: string | string[] | undefined) => (Array.isArray(text) ? text[0] : text)?.trim().slice(0, LONGEST) ?? ''

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrol'))('title') }
}

export default async function EnrolPage({ searchParams }: Props) {
  const params = await searchParams
  const [text, chosen] = [read(params.q), read(params.address)]
  const [t, utility, locale] = [await getTranslations('enrol'), await getKnownUtility(), await getLocale()]
  if (!utility) return <NotYet title={t('title')} />
  const lookup = text && !chosen ? await lookUpAddress(text) : null
  if (lookup?.address) redirect(`/${locale}/enrol?address=${lookup.address.id}`)
  const address = chosen
    ? await orNotFound(
        Promise.resolve(chosen)
          .then(readAddressId)
          .then((id) => getAddress(id)),
      )
    : null
  return (
    <Page>
      <SiteCrumbs here={t('title')} />
      <PageHeader title={t('title')} lead={t('lead', { utility: utility.name })} />
      <TwoColumns aside={<ContactCard utility={utility} />}>
        {address ? (
          <EnrolCard
            address={address}
            languages={utility.languages}
            locale={locale}
            bots={botLinks(env(), address.id)}
            start={startEnrolmentAction}
          />
        ) : (
          <EnrolSearch text={text} lookup={lookup} />
        )}
      </TwoColumns>
    </Page>
  )
}
