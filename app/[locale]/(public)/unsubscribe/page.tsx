import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContactCard } from '@/components/outages/contact-card'
import { SiteCrumbs } from '@/components/site/site-crumbs'
import { SiteTextLink } from '@/components/site/site-text-link'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { TwoColumns } from '@/components/ui/two-columns'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

/** The ways to stop, in their order: keys below `stop_messages.way`. */
const WAYS = ['sms', 'email', 'chat'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stop_messages'))('title') }
}

/** Where the link of an SMS leads from its works: an SMS has no room for a link of one's own. */
export default async function StopMessagesPage() {
  const [t, utility] = [await getTranslations('stop_messages'), await getKnownUtility()]
  return (
    <Page>
      <SiteCrumbs here={t('title')} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <TwoColumns aside={utility && <ContactCard utility={utility} />}>
        <Card className="space-y-5">
          {WAYS.map((way) => (
            <section key={way} className="space-y-1">
              <h2 className="text-xl">{t(`way.${way}.title`)}</h2>
              <p className="max-w-prose">{t(`way.${way}.text`)}</p>
            </section>
          ))}
          <section className="space-y-1 border-t border-line pt-4">
            <h2 className="text-xl">{t('one')}</h2>
            <p className="max-w-prose">{t('one_text')}</p>
            <SiteTextLink href="/sign-in" className="inline-flex min-h-11 items-center">
              {t('sign_in')}
            </SiteTextLink>
          </section>
        </Card>
      </TwoColumns>
    </Page>
  )
}
