import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { Hero } from '@/components/addresses/hero'
import { SearchResults } from '@/components/addresses/search-results'
import { ComingWorks } from '@/components/outages/coming-works'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { currentInstant } from '@/lib/clock'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { findPublicWorks } from '@/lib/works/find-public-works'

interface Props {
  searchParams: Promise<{ q?: string | string[] }>
}

/** As much as an address can be long; the rest of a longer text is of no use. */
const LONGEST = 200

export default async function HomePage({ searchParams }: Props) {
  const { q } = await searchParams
  const text = (Array.isArray(q) ? q[0] : q)?.trim().slice(0, LONGEST) ?? ''
  const lookup = text ? await lookUpAddress(text) : null
  if (lookup?.status === 'match' && lookup.address) redirect(`/${await getLocale()}/addresses/${lookup.address.id}`)
  const utility = await getKnownUtility()
  const works = await findPublicWorks(await currentInstant())
  return (
    <>
      <Hero text={text} />
      <div className="mx-auto w-full max-w-6xl space-y-12 px-4 py-10 sm:px-6 sm:py-14">
        {lookup && <SearchResults lookup={lookup} text={text} phone={utility?.phone} />}
        <ComingWorks works={works} zone={utility?.zone ?? 'UTC'} />
      </div>
    </>
  )
}
