import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Hero } from '@/components/addresses/hero'
import { SearchResults } from '@/components/addresses/search-results'
import { ComingWorks } from '@/components/outages/coming-works'
import { Alert } from '@/components/ui/alert'
import { requestInstant } from '@/lib/http/request-instant'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { tellingOf } from '@/lib/utility/telling'
import { getHomeViewOrNull } from '@/lib/works/get-home-view-or-null'

interface Props {
  searchParams: Promise<{ q?: string | string[] }>
}

/** As much as an address can be long; the rest of a longer text is of no use. */
const LONGEST = 200

export default async function HomePage({ searchParams }: Props) {
  const { q } = await searchParams
  const text = (Array.isArray(q) ? q[0] : q)?.trim().slice(0, LONGEST) ?? ''
  const view = await getHomeViewOrNull(text, await requestInstant())
  const match = view?.lookup?.address
  if (match) redirect(`/${await getLocale()}/addresses/${match.id}`)
  const utility = await getKnownUtility()
  const t = await getTranslations('error')
  return (
    <>
      <Hero text={text} />
      <div className="mx-auto w-full max-w-6xl space-y-12 px-4 py-10 sm:px-6 sm:py-14">
        {view?.lookup && <SearchResults lookup={view.lookup} text={text} phone={utility?.phone} />}
        {view ? (
          <ComingWorks works={view.works} telling={tellingOf(utility)} />
        ) : (
          <Alert tone="unknown" title={t('title')}>
            <p>{t('text')}</p>
          </Alert>
        )}
      </div>
    </>
  )
}
