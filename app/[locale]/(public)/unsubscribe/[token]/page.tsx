import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnsubscribeCard } from '@/components/contacts/unsubscribe-card'
import { ContactCard } from '@/components/outages/contact-card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { getUnsubscribeView } from '@/lib/contacts/unsubscribe'
import { orNotFound } from '@/lib/http/or-not-found'
import { getUtility } from '@/lib/utility/queries'
import { resubscribeAction, unsubscribeAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unsubscribe')
  return { title: t('confirm'), robots: { index: false } }
}

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [view, utility, t] = await Promise.all([orNotFound(getUnsubscribeView(token)), getUtility(), getTranslations('unsubscribe')])
  return (
    <Page>
      <PageHeader title={t('title', { utility: utility.name })} />
      <UnsubscribeCard view={view} stop={unsubscribeAction.bind(null, token)} undo={resubscribeAction.bind(null, token)} />
      <ContactCard utility={utility} />
    </Page>
  )
}
