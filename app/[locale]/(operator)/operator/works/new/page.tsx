import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { canPlanWorks } from '@/lib/auth/policies'
import { requireStaff } from '@/lib/http/require-staff'
import { EditorFrame } from '../editor-frame'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.editor'))('new_title') }
}

export default async function NewWorksPage() {
  const actor = await requireStaff('/operator/works/new')
  const t = await getTranslations('operator.editor')
  return (
    <div className="space-y-6 px-4 py-6 sm:px-6">
      <PageHeader title={t('new_title')} lead={t('lead')} />
      {canPlanWorks(actor) ? (
        <EditorFrame actor={actor} opened={null} noServices={t('no_services')} />
      ) : (
        <Alert tone="unknown" title={t('not_allowed')} />
      )}
    </div>
  )
}
