import { SignpostBig } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { SearchForm } from '@/components/addresses/search-form'
import { PublicFooter } from '@/components/site/public-footer'
import { PublicHeader } from '@/components/site/public-header'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { PhoneLink } from '@/components/ui/phone-link'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

export default async function NotFoundPage() {
  const t = await getTranslations()
  const utility = await getKnownUtility()
  return (
    <>
      <PublicHeader utility={utility?.name ?? ''} />
      <main id="content">
        <Page>
          <EmptyState
            Icon={SignpostBig}
            title={<h1 className="text-2xl">{t('not_found.title')}</h1>}
            action={
              <div className="flex w-full flex-col items-center gap-5">
                <SearchForm locale={await getLocale()} words={{ label: t('search.label'), submit: t('search.submit') }} />
                {utility && <PhoneLink phone={utility.phone} />}
              </div>
            }
          >
            <p>{t('not_found.text')}</p>
          </EmptyState>
        </Page>
      </main>
      <PublicFooter utility={utility} />
    </>
  )
}
