import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { RefusedPage } from '@/components/ui/refused-page'
import { canPlanWorks } from '@/lib/auth/policies'
import { currentInstant } from '@/lib/clock'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireStaff } from '@/lib/http/require-staff'
import { getDraft } from '@/lib/works/drafts/get-draft'
import { EditorFrame } from '../../editor-frame'

interface Props {
  params: Promise<{ reference: string }>
}

export async function generateMetadata({ params }: Props) {
  return { title: (await params).reference }
}

export default async function EditWorksPage({ params }: Props) {
  const { reference } = await params
  const actor = await requireStaff(`/operator/works/${encodeURIComponent(reference)}/edit`)
  const t = await getTranslations('operator.editor')
  if (!canPlanWorks(actor)) return <RefusedPage title={t('edit_title')} eyebrow={reference} reason={t('not_allowed')} />
  const opened = await orNotFound(getDraft(actor, reference, await currentInstant()))
  if (opened.state !== 'draft') redirect(`/${await getLocale()}/operator/works/${opened.reference}`)
  return (
    <div className="space-y-6 px-4 py-6 sm:px-6">
      <PageHeader title={t('edit_title')} eyebrow={opened.reference} lead={t('lead')} />
      {/* Another draft is another editor, with words of its own. */}
      <EditorFrame key={opened.reference} actor={actor} opened={opened} noServices={t('no_services')} />
    </div>
  )
}
