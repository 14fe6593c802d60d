import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OfflineKeeper } from '@/components/site/offline-keeper'
import { PublicFooter } from '@/components/site/public-footer'
import { PublicHeader } from '@/components/site/public-header'
import { ErrorWords } from '@/components/ui/error-words'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations()
  const utility = await getKnownUtility()
  const search = { locale: await getLocale(), label: t('search.label'), submit: t('search.submit') }
  return (
    <ErrorWords words={{ title: t('error.title'), text: t('error.text'), retry: t('error.retry'), search, phone: utility?.phone }}>
      <PublicHeader utility={utility?.name ?? ''} />
      <main id="content" className="flex flex-1 flex-col">
        {children}
      </main>
      <PublicFooter utility={utility} />
      <OfflineKeeper />
    </ErrorWords>
  )
}
