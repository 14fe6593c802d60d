import { getTranslations } from 'next-intl/server'
import { PlanEditor } from '@/components/settings/plan-editor'
import { TellingRulesForm } from '@/components/settings/telling-rules-form'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { RefusedPage } from '@/components/ui/refused-page'
import { QueryProvider } from '@/components/works/query-provider'
import { canEditSettings } from '@/lib/auth/policies'
import { currentInstant } from '@/lib/clock'
import { requireStaff } from '@/lib/http/require-staff'
import { getSettings } from '@/lib/utility/get-settings'
import { previewNoticePlanAction, updateNoticePlanAction, updateTellingRulesAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.settings'))('title') }
}

export default async function NoticePlanPage() {
  const actor = await requireStaff('/operator/settings/notice-plan')
  const t = await getTranslations('operator.settings')
  if (!canEditSettings(actor)) return <RefusedPage title={t('title')} lead={t('lead')} reason={t('not_allowed')} />
  const { utility, plans } = await getSettings(actor)
  const { quietFrom, quietTo, patronDay, transliterateSms, zone } = utility
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryProvider>
        <TellingRulesForm rules={{ quietFrom, quietTo, patronDay, transliterateSms }} save={updateTellingRulesAction} />
        <PlanEditor
          plans={plans}
          zone={zone}
          now={(await currentInstant()).toISOString()}
          rules={`${quietFrom} ${quietTo} ${patronDay}`}
          save={updateNoticePlanAction}
          preview={previewNoticePlanAction}
        />
      </QueryProvider>
    </Page>
  )
}
