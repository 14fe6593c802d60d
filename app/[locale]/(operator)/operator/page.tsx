import { CalendarDays, ClipboardList, Download } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { WorksFilter } from '@/components/works/works-filter'
import { WorksTable } from '@/components/works/works-table'
import { canPlanWorks } from '@/lib/auth/policies'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { listWorks } from '@/lib/works/list-works'
import { filterParams, readWorksFilter, readWorksPage, WORKS_STATES } from '@/lib/works/works-filter'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.list'))('title') }
}

export default async function WorksListPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const actor = await requireStaff('/operator')
  const params = await searchParams
  const filter = readWorksFilter(params)
  const { number, ...page } = readWorksPage(params)
  const [{ works, total }, utility, t] = await Promise.all([listWorks(actor, filter, page), getUtility(), getTranslations('operator.list')])
  const isFiltered = Object.values(filter).some(Boolean)
  const kept = filterParams(filter)
  const hrefOf = (next: number) => `/operator?${new URLSearchParams([...kept, ['page', String(next)]])}`
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')}>
        <LinkButton variant="secondary" href={`/operator/calendar?${kept}`}>
          <CalendarDays aria-hidden="true" className="size-5" />
          {t('calendar')}
        </LinkButton>
        <LinkButton variant="secondary" href={`/operator/works.csv?${kept}`} download>
          <Download aria-hidden="true" className="size-5" />
          {t('csv')}
        </LinkButton>
        {canPlanWorks(actor) && <LinkButton href="/operator/works/new">{t('new')}</LinkButton>}
      </PageHeader>
      <WorksFilter filter={filter} services={utility.services} states={WORKS_STATES} />
      {works.length > 0 ? (
        <>
          <WorksTable works={works} zone={utility.zone} />
          <Pagination page={number} pageSize={page.limit} total={total} hrefOf={hrefOf} />
        </>
      ) : (
        <EmptyState Icon={ClipboardList} title={isFiltered ? t('none_found') : t('none_yet')}>
          {isFiltered ? t('none_found_hint') : t('none_yet_hint')}
        </EmptyState>
      )}
    </Page>
  )
}
