import { NextIntlClientProvider, useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ErrorWords } from '@/components/ui/error-words'
import { SiteHeader } from '@/components/ui/site-header'

export interface StaffFrameProps {
  /** Who is signed in. */
  name: string
  /** Whether there is an outbox to look into. */
  demo: boolean
  /** Whether they may change how people are told. */
  mayEditSettings: boolean
  signOut: ReactNode
  children: ReactNode
}

/** What stands around every page for staff; gives the words that their interactive parts need to the browser. */
export function StaffFrame({ name, demo, mayEditSettings, signOut, children }: StaffFrameProps) {
  const t = useTranslations()
  const { errors, map, notice, operator, outbox, service } = useMessages()
  const links = [
    { href: '/operator', label: t('operator.nav.works') },
    { href: '/operator/works/new', label: t('operator.nav.new') },
    ...(mayEditSettings ? [{ href: '/operator/settings/notice-plan', label: t('operator.nav.settings') }] : []),
    ...(demo ? [{ href: '/outbox', label: t('operator.nav.outbox') }] : []),
  ]
  return (
    <NextIntlClientProvider messages={{ errors, map, notice: { kind: notice.kind }, operator, outbox, service }}>
      <ErrorWords words={{ title: t('error.title'), text: t('operator.error'), retry: t('error.retry') }}>
        <SiteHeader wide links={links} home="/operator">
          <span className="max-w-40 truncate text-[0.94rem] text-ink-soft max-sm:hidden">{name}</span>
          {signOut}
        </SiteHeader>
        <main id="content" className="flex flex-1 flex-col">
          {children}
        </main>
      </ErrorWords>
    </NextIntlClientProvider>
  )
}
