import { getTranslations } from 'next-intl/server'
import { UtilityForm } from '@/components/settings/utility-form'
import { Alert } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { canEditSettings } from '@/lib/auth/policies'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { setUpUtilityAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.utility'))('title') }
}

export default async function UtilityPage() {
  const actor = await requireStaff('/operator/settings/utility')
  const t = await getTranslations('operator.utility')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      {canEditSettings(actor) ? (
        <UtilityForm facts={await getUtility()} zones={Intl.supportedValuesOf('timeZone')} save={setUpUtilityAction} />
      ) : (
        <Alert tone="unknown" title={t('not_allowed')} />
      )}
    </Page>
  )
}
