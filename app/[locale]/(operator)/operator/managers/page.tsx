import { Building2 } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { ManagerTable } from '@/components/buildings/manager-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/http/require-staff'
import { listManagers } from '@/lib/self-service/buildings/list-managers'
import { getUtility } from '@/lib/utility/queries'
import { grantManagerAction, refuseManagerAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('buildings.staff'))('title') }
}

export default async function ManagersPage() {
  const actor = await requireStaff('/operator/managers')
  const [managers, { zone }, t] = await Promise.all([listManagers(actor), getUtility(), getTranslations('buildings.staff')])
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      {managers.length === 0 ? (
        <EmptyState Icon={Building2} title={t('none')} />
      ) : (
        <ManagerTable managers={managers} zone={zone} grant={grantManagerAction} refuse={refuseManagerAction} />
      )}
    </Page>
  )
}
