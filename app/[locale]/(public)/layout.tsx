import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ErrorWords } from '@/components/ui/error-words'
import { PhoneLink } from '@/components/ui/phone-link'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { TextLink } from '@/components/ui/text-link'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations()
  const utility = await getKnownUtility()
  return (
    <ErrorWords words={{ title: t('error.title'), text: t('error.text'), retry: t('error.retry') }}>
      <SiteHeader />
      <main id="content" className="flex flex-1 flex-col">
        {children}
      </main>
      <SiteFooter>
        {utility && (
          <p className="flex flex-wrap items-center gap-x-4">
            {t('site.run_by', { utility: utility.name })}
            <PhoneLink phone={utility.phone} />
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-6">
          <TextLink href="/status" className="inline-flex min-h-11 items-center">
            {t('site.status')}
          </TextLink>
          <TextLink href="/sign-in" className="inline-flex min-h-11 items-center">
            {t('site.for_staff')}
          </TextLink>
        </p>
      </SiteFooter>
    </ErrorWords>
  )
}
