import { ChartNoAxesCombined } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { CoverageReport } from '@/components/coverage/coverage-report'
import { RefreshButton } from '@/components/coverage/refresh-button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { canRefreshCoverage } from '@/lib/auth/policies'
import { currentInstant } from '@/lib/clock'
import { readCoverageFilter } from '@/lib/coverage/coverage'
import { getCoverageView } from '@/lib/coverage/get-coverage-view'
import { env } from '@/lib/env'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { refreshCoverageAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('coverage'))('title') }
}

export default async function CoveragePage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const actor = await requireStaff('/operator/coverage')
  const filter = readCoverageFilter(await searchParams)
  const view = await getCoverageView(actor, filter, await currentInstant())
  const { zone } = await getUtility()
  const t = await getTranslations('coverage')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')}>
        <LinkButton href="/operator/managers" variant="secondary">
          {t('managers')}
        </LinkButton>
        {canRefreshCoverage(actor) && <RefreshButton refresh={refreshCoverageAction} words={{ act: t('refresh'), done: t('refreshed') }} />}
      </PageHeader>
      {view.asOf === null ? (
        <EmptyState Icon={ChartNoAxesCombined} title={t('never')}>
          {t('never_hint')}
        </EmptyState>
      ) : (
        <CoverageReport view={{ ...view, asOf: view.asOf }} filter={filter} zone={zone} token={env().MAPBOX_TOKEN} />
      )}
    </Page>
  )
}
