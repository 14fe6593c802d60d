import { CloudOff } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { PhoneLink } from '@/components/ui/phone-link'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offline')
  return { title: t('title'), robots: { index: false } }
}

/** What a device shows where there is no connection and it kept no page: public/sw.js writes what it did keep into the list. */
export default async function OfflinePage() {
  const utility = await getKnownUtility()
  const t = await getTranslations('offline')
  return (
    <Page>
      <EmptyState
        Icon={CloudOff}
        title={<h1 className="text-2xl">{t('title')}</h1>}
        action={utility && <PhoneLink phone={utility.phone} />}
      >
        <p>{t('text')}</p>
      </EmptyState>
      <section aria-labelledby="kept" className="space-y-3">
        <h2 id="kept" className="text-xl">
          {t('kept')}
        </h2>
        <ul data-kept-list="" className="space-y-2 text-lg" />
      </section>
    </Page>
  )
}
