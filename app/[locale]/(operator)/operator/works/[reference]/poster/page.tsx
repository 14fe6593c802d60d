import { getTranslations } from 'next-intl/server'
import { PosterForm } from '@/components/poster/poster-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { getPoster, MOST_SHEETS } from '@/lib/works/poster/get-poster'

interface Props {
  params: Promise<{ reference: string }>
}

export async function generateMetadata() {
  return { title: (await getTranslations('poster'))('form.title') }
}

export default async function PosterPage({ params }: Props) {
  const { reference } = await params
  const actor = await requireStaff(`/operator/works/${encodeURIComponent(reference)}/poster`)
  const poster = await orNotFound(getPoster(actor, reference, 'works'))
  const [{ languages, defaultLanguage }, t, nav] = await Promise.all([
    getUtility(),
    getTranslations('poster'),
    getTranslations('operator.nav'),
  ])
  return (
    <Page>
      <Breadcrumbs
        label={nav('works')}
        crumbs={[
          { label: nav('works'), href: '/operator' },
          { label: reference, href: `/operator/works/${reference}` },
          { label: t('form.title') },
        ]}
      />
      <PageHeader title={t('form.title')} lead={t('form.lead')} />
      <PosterForm {...{ reference, languages, defaultLanguage }} buildings={poster.buildings.length} most={MOST_SHEETS} />
    </Page>
  )
}
