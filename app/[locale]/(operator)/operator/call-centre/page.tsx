import { getTranslations } from 'next-intl/server'
import { SearchExamples } from '@/components/call-centre/search-examples'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/http/require-staff'

export async function generateMetadata() {
  return { title: (await getTranslations('callCentre'))('title') }
}

export default async function CallCentrePage() {
  await requireStaff('/operator/call-centre')
  const t = await getTranslations('callCentre')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <SearchExamples />
    </Page>
  )
}
