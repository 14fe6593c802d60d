import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnsubscribeAddresses } from '@/components/contacts/unsubscribe-addresses'
import { UnsubscribeCard } from '@/components/contacts/unsubscribe-card'
import { ContactCard } from '@/components/outages/contact-card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { getUnsubscribeView } from '@/lib/contacts/unsubscribe'
import { orNotFound } from '@/lib/http/or-not-found'
import { getUtility } from '@/lib/utility/queries'
import { resubscribeAction, resubscribeAddressAction, unsubscribeAction, unsubscribeAddressAction } from './actions'

interface Props {
  params: Promise<{ token: string }>
  /** The address that was just stopped. */
  searchParams: Promise<{ stopped?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unsubscribe')
  return { title: t('confirm'), robots: { index: false } }
}

export default async function UnsubscribePage({ params, searchParams }: Props) {
  const [{ token }, { stopped }] = [await params, await searchParams]
  const view = await orNotFound(getUnsubscribeView(token, stopped === undefined ? undefined : Number(stopped)))
  const [utility, t] = [await getUtility(), await getTranslations('unsubscribe')]
  return (
    <Page>
      <PageHeader title={t('title', { utility: utility.name })} />
      {!view.isStopped && (
        <UnsubscribeAddresses
          addresses={view.addresses}
          stop={unsubscribeAddressAction.bind(null, token)}
          undo={resubscribeAddressAction.bind(null, token)}
        />
      )}
      <UnsubscribeCard view={view} stop={unsubscribeAction.bind(null, token)} undo={resubscribeAction.bind(null, token)} />
      <ContactCard utility={utility} />
    </Page>
  )
}
