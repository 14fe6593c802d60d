import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { QueryProvider } from '@/components/works/query-provider'
import { WorksEditor } from '@/components/works/works-editor'
import { canPlanWorks } from '@/lib/auth/policies'
import { env } from '@/lib/env'
import { getServedBounds } from '@/lib/geo/get-served-bounds'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { countAffectedAction, createWorksAction, previewWorksAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.editor'))('title') }
}

export default async function NewWorksPage() {
  const actor = await requireStaff('/operator/works/new')
  const [utility, bounds, t] = await Promise.all([getUtility(), getServedBounds(), getTranslations('operator.editor')])
  const [first, ...others] = utility.services
  return (
    <div className="space-y-6 px-4 py-6 sm:px-6">
      <PageHeader title={t('title')} lead={t('lead')} />
      {first && canPlanWorks(actor) ? (
        <QueryProvider>
          <WorksEditor
            actions={{ countAffected: countAffectedAction, previewWorks: previewWorksAction, createWorks: createWorksAction }}
            services={[first, ...others]}
            bounds={bounds}
            zone={utility.zone}
            token={env().MAPBOX_TOKEN}
          />
        </QueryProvider>
      ) : (
        <Alert tone="unknown" title={first ? t('not_allowed') : t('no_services')} />
      )}
    </div>
  )
}
