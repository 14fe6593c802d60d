import { useTranslations } from 'next-intl'
import { RefusedPage } from '@/components/ui/refused-page'

/** What everybody else sees of the pages for those who manage staff. */
export function StaffNotAllowed() {
  const t = useTranslations('operator.staff')
  return <RefusedPage title={t('title')} reason={t('not_allowed')} />
}
