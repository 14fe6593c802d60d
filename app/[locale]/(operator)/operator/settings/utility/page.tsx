import { getTranslations } from 'next-intl/server'
import { CallCentreForm } from '@/components/settings/call-centre-form'
import { UtilityForm } from '@/components/settings/utility-form'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { RefusedPage } from '@/components/ui/refused-page'
import { canEditSettings } from '@/lib/auth/policies'
import { listCallCentre } from '@/lib/contacts/list-call-centre'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { setCallCentreAction, setUpUtilityAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.utility'))('title') }
}

export default async function UtilityPage() {
  const actor = await requireStaff('/operator/settings/utility')
  const t = await getTranslations('operator.utility')
  if (!canEditSettings(actor)) return <RefusedPage title={t('title')} lead={t('lead')} reason={t('not_allowed')} />
  const [facts, emails] = await Promise.all([getUtility(), listCallCentre()])
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <UtilityForm facts={facts} zones={Intl.supportedValuesOf('timeZone')} save={setUpUtilityAction} />
      <CallCentreForm emails={emails} save={setCallCentreAction} />
    </Page>
  )
}
