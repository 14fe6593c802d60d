import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HELP_TOPICS } from '@/components/site/help-topics'
import { SiteTextLink } from '@/components/site/site-text-link'
import { TextPage } from '@/components/site/text-page'
import { TextSection } from '@/components/site/text-section'
import { PhoneLink } from '@/components/ui/phone-link'
import { ServiceIcon } from '@/components/ui/service-icon'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { SERVICES } from '@/lib/works/works'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help')
  return { title: t('title') }
}

export default async function HelpPage() {
  const utility = await getKnownUtility()
  const t = await getTranslations()
  return (
    <TextPage title={t('help.title')} lead={t('help.lead')}>
      {utility && (
        <p className="text-2xl">
          <PhoneLink phone={utility.phone} />
        </p>
      )}
      {HELP_TOPICS.map((topic) => (
        <TextSection key={topic} id={topic} title={t(`help.topic.${topic}.question`)}>
          <p>{t(`help.topic.${topic}.answer`)}</p>
          {topic === 'genuine' && (
            <SiteTextLink href="/message-check" className="inline-flex min-h-11 items-center">
              {t('home.message_link')}
            </SiteTextLink>
          )}
        </TextSection>
      ))}
      <TextSection id="advice" title={t('help.advice')}>
        <ul className="space-y-3">
          {(utility?.services ?? SERVICES).map((service) => (
            <li key={service} className="flex gap-3">
              <ServiceIcon service={service} className="mt-0.5 size-6" />
              <span>
                <strong>{t(`service.${service}`)}</strong>: {t(`notice.advice.${service}`)}
              </span>
            </li>
          ))}
        </ul>
      </TextSection>
    </TextPage>
  )
}
