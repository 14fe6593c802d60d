import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { Hero } from '@/components/addresses/hero'
import { SearchResults } from '@/components/addresses/search-results'
import { ComingWorks } from '@/components/outages/coming-works'
import { CannotSay } from '@/components/site/cannot-say'
import { HelpingHands } from '@/components/site/helping-hands'
import { PageLife } from '@/components/ui/page-life'
import { requestInstant } from '@/lib/http/request-instant'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { tellingOf } from '@/lib/utility/telling'
import { getHomeViewOrNull } from '@/lib/works/get-home-view-or-null'
import { LIVELY } from '@/lib/works/page-life'

interface Props {
  searchParams: Promise<Record<'q' | 'town', string | string[] | undefined>>
}

/** As much as an address can be long; the rest of a longer text is of no use. */
const LONGEST = 200

const read = (text: string | string[] | undefined) => (Array.isArray(text) ? text[0] : text)?.trim().slice(0, LONGEST) ?? ''

export default async function HomePage({ searchParams }: Props) {
  const params = await searchParams
  const text = read(params.q)
  const town = read(params.town) || undefined
  const view = await getHomeViewOrNull({ text, town }, await requestInstant())
  const match = view?.lookup?.address
  if (match) redirect(`/${await getLocale()}/addresses/${match.id}`)
  const utility = await getKnownUtility()
  return (
    <>
      <PageLife seconds={view && LIVELY} />
      <Hero text={text} town={town} towns={view?.towns ?? []} />
      <div className="mx-auto w-full max-w-6xl space-y-12 px-4 py-10 sm:px-6 sm:py-14">
        {view?.lookup && <SearchResults lookup={view.lookup} text={text} phone={utility?.phone} />}
        {view ? <ComingWorks {...view.coming} telling={tellingOf(utility)} /> : <CannotSay phone={utility?.phone} />}
        <HelpingHands phone={utility?.phone} />
      </div>
    </>
  )
}
