import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'

/** What everybody else sees of the pages for those who manage staff. */
export function StaffNotAllowed() {
  const t = useTranslations('operator.staff')
  return (
    <Page>
      <PageHeader title={t('title')} />
      <Alert tone="unknown" title={t('not_allowed')} />
    </Page>
  )
}
