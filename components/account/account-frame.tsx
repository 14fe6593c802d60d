import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PublicFooter } from '@/components/site/public-footer'
import { ErrorWords } from '@/components/ui/error-words'
import { SiteHeader } from '@/components/ui/site-header'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Utility } from '@/lib/utility/utility'

export interface AccountFrameProps {
  utility: Utility | null
  signOut: () => Promise<void>
  children: ReactNode
}

/** What stands around every page of a customer's own. */
export function AccountFrame({ utility, signOut, children }: AccountFrameProps) {
  const t = useTranslations()
  const links = [
    { href: '/account', label: t('account.nav.home'), covers: ['/account', '/account/accounts', '/account/add'] },
    { href: '/account/contacts', label: t('account.nav.contacts') },
    { href: '/account/buildings', label: t('account.nav.buildings') },
    { href: '/account/data', label: t('account.nav.data') },
  ]
  return (
    <ErrorWords words={{ title: t('error.title'), text: t('error.text'), retry: t('error.retry'), phone: utility?.phone }}>
      <SiteHeader links={links}>
        <form action={signOut}>
          <SubmitButton variant="quiet" className="px-3">
            <LogOut aria-hidden="true" className="size-5" />
            <span className="max-sm:sr-only">{t('site.sign_out')}</span>
          </SubmitButton>
        </form>
      </SiteHeader>
      <main id="content" className="flex flex-1 flex-col">
        {children}
      </main>
      <PublicFooter utility={utility} knowsReader />
    </ErrorWords>
  )
}
