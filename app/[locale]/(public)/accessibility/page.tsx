import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextPage } from '@/components/site/text-page'
import { TextSection } from '@/components/site/text-section'
import { PhoneLink } from '@/components/ui/phone-link'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

/** Keys below `accessibility.limit`: what does not work for everyone, and what to do instead. */
const LIMITS = ['map', 'words', 'calendar'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessibility')
  return { title: t('title') }
}

export default async function AccessibilityPage() {
  const utility = await getKnownUtility()
  const t = await getTranslations('accessibility')
  return (
    <TextPage title={t('title')} lead={t('lead')}>
      <TextSection id="aim" title={t('aim.title')}>
        <p>{t('aim.text')}</p>
      </TextSection>
      <TextSection id="tested" title={t('tested.title')}>
        <p>{t('tested.text')}</p>
      </TextSection>
      <TextSection id="limits" title={t('limits')}>
        <ul className="list-disc space-y-2 pl-6">
          {LIMITS.map((limit) => (
            <li key={limit}>{t(`limit.${limit}`)}</li>
          ))}
        </ul>
      </TextSection>
      <TextSection id="tell" title={t('tell.title')}>
        <p>{t('tell.text')}</p>
        {utility && <PhoneLink phone={utility.phone} />}
      </TextSection>
    </TextPage>
  )
}
