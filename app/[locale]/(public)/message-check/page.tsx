import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MessageCheckForm } from '@/components/message-check/message-check-form'
import { ContactCard } from '@/components/outages/contact-card'
import { SiteCrumbs } from '@/components/site/site-crumbs'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { TwoColumns } from '@/components/ui/two-columns'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { checkMessageAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('message_check'))('title') }
}

export default async function MessageCheckPage() {
  const [t, utility, locale] = await Promise.all([getTranslations('message_check'), getKnownUtility(), getLocale()])
  const words = {
    ...{ label: t('label'), hint: t('hint'), submit: t('submit') },
    ...{ pieces: t('pieces'), ours: t('piece_ours'), other: t('piece_other') },
  }
  return (
    <Page>
      <SiteCrumbs here={t('title')} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <TwoColumns aside={utility && <ContactCard utility={utility} />}>
        <Card>
          <MessageCheckForm locale={locale} words={words} check={checkMessageAction} />
        </Card>
      </TwoColumns>
    </Page>
  )
}
