import { CircleUser } from 'lucide-react'
import { NextIntlClientProvider, useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ErrorWords } from '@/components/ui/error-words'
import { LocaleLink } from '@/components/ui/locale-link'
import { SiteHeader } from '@/components/ui/site-header'

export interface StaffFrameProps {
  /** Who is signed in. */
  name: string
  /** Whether there is an outbox to look into. */
  demo: boolean
  /** Whether callers are what they come for: that stands first. */
  servesCallers: boolean
  /** Whether they plan works. */
  mayPlan: boolean
  /** Whether they administer: how people are told, and staff. */
  mayEditSettings: boolean
  /** How many works wait for the reader's approval. */
  toApprove: number
  signOut: ReactNode
  children: ReactNode
}

/** What stands around every page for staff; gives the words that their interactive parts need to the browser. */
export function StaffFrame({ name, demo, servesCallers, mayPlan, mayEditSettings, toApprove, signOut, children }: StaffFrameProps) {
  const t = useTranslations()
  const { callCentre, errors, map, notice, operator, outage, outbox, service } = useMessages()
  const callers = { href: '/operator/call-centre', label: t('operator.nav.callers') }
  const links = [
    ...(servesCallers ? [callers] : []),
    { href: '/operator', label: t('operator.nav.works'), covers: ['/operator/works', '/operator/calendar'] },
    ...(toApprove > 0 ? [{ href: '/operator?state=in_approval', label: t('operator.nav.approvals', { count: toApprove }) }] : []),
    ...(mayPlan ? [{ href: '/operator/works/new', label: t('operator.nav.new') }] : []),
    { href: '/operator/map', label: t('operator.nav.map') },
    ...(servesCallers ? [] : [callers]),
    { href: '/operator/coverage', label: t('operator.nav.coverage') },
    ...(mayEditSettings
      ? [{ href: '/operator/settings/utility', label: t('operator.nav.all_settings'), covers: ['/operator/settings'] }]
      : []),
    ...(demo ? [{ href: '/outbox', label: t('operator.nav.outbox') }] : []),
  ]
  return (
    <NextIntlClientProvider
      messages={{
        callCentre,
        errors,
        map,
        notice: { kind: notice.kind },
        operator,
        outage: { supply_kind: outage.supply_kind },
        outbox,
        service,
      }}
    >
      <ErrorWords words={{ title: t('error.title'), text: t('operator.error'), retry: t('error.retry') }}>
        <SiteHeader wide links={links} home="/operator">
          <LocaleLink
            href="/operator/account"
            aria-label={t('operator.nav.account', { name })}
            className="inline-flex min-h-11 min-w-11 items-center gap-2 text-[0.94rem] text-ink-soft underline-offset-4 hover:underline"
          >
            <CircleUser aria-hidden="true" className="size-5 shrink-0" />
            <span className="max-w-40 truncate max-sm:hidden">{name}</span>
          </LocaleLink>
          {signOut}
        </SiteHeader>
        <main id="content" className="flex flex-1 flex-col">
          {children}
        </main>
      </ErrorWords>
    </NextIntlClientProvider>
  )
}
