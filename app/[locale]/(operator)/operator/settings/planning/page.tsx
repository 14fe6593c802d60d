import { getTranslations } from 'next-intl/server'
import { LimitForm } from '@/components/settings/planning/limit-form'
import { WorkTypeList } from '@/components/settings/planning/work-type-list'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { RefusedPage } from '@/components/ui/refused-page'
import { canEditSettings } from '@/lib/auth/policies'
import { requireStaff } from '@/lib/http/require-staff'
import { getPlanningSettings } from '@/lib/works/work-types/get-planning-settings'
import { removeWorkTypeAction, saveWorkTypeAction, updateApprovalUnitsAction, updateDataAgeAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.planning'))('title') }
}

export default async function PlanningPage() {
  const actor = await requireStaff('/operator/settings/planning')
  const t = await getTranslations('operator.planning')
  if (!canEditSettings(actor)) return <RefusedPage title={t('title')} lead={t('lead')} reason={t('not_allowed')} />
  const { approvalUnits, maxDataAgeHours, services, workTypes } = await getPlanningSettings(actor)
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <LimitForm name="approvalUnits" limit={approvalUnits} save={updateApprovalUnitsAction} />
      <LimitForm name="maxDataAgeHours" limit={maxDataAgeHours} save={updateDataAgeAction} />
      <WorkTypeList workTypes={workTypes} services={services} save={saveWorkTypeAction} remove={removeWorkTypeAction} />
    </Page>
  )
}
