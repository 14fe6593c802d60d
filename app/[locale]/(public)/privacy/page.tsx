import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextPage } from '@/components/site/text-page'
import { TextSection } from '@/components/site/text-section'
import { PhoneLink } from '@/components/ui/phone-link'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

/** Keys below `privacy.section`, in order. Whoever changes what is stored changes what these say. */
const SECTIONS = ['search', 'cookies', 'device', 'abuse', 'customers', 'enrolment', 'messages', 'reports', 'rights'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title') }
}

export default async function PrivacyPage() {
  const utility = await getKnownUtility()
  const t = await getTranslations('privacy')
  return (
    <TextPage title={t('title')} lead={t('lead')}>
      {SECTIONS.map((section) => (
        <TextSection key={section} id={section} title={t(`section.${section}.title`)}>
          <p>{t(`section.${section}.text`)}</p>
        </TextSection>
      ))}
      {utility && (
        <p className="text-lg">
          {t('responsible', { utility: utility.name })} <PhoneLink phone={utility.phone} />
        </p>
      )}
    </TextPage>
  )
}
