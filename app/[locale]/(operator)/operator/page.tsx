import { ClipboardList } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { WorksFilter } from '@/components/works/works-filter'
import { WorksTable } from '@/components/works/works-table'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { listWorks } from '@/lib/works/list-works'
import { readWorksFilter, WORKS_STATES } from '@/lib/works/works-filter'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.list'))('title') }
}

export default async function WorksListPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const actor = await requireStaff('/operator')
  const filter = readWorksFilter(await searchParams)
  const [works, utility, t] = await Promise.all([listWorks(actor, filter), getUtility(), getTranslations('operator.list')])
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')}>
        <LinkButton href="/operator/works/new">{t('new')}</LinkButton>
      </PageHeader>
      <WorksFilter filter={filter} services={utility.services} states={WORKS_STATES} />
      {works.length > 0 ? (
        <WorksTable works={works} zone={utility.zone} />
      ) : (
        <EmptyState Icon={ClipboardList} title={isFiltered ? t('none_found') : t('none_yet')}>
          {isFiltered ? t('none_found_hint') : t('none_yet_hint')}
        </EmptyState>
      )}
    </Page>
  )
}
