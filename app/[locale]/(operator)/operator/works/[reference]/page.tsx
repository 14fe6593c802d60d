import { getTranslations } from 'next-intl/server'
import { SupplyReportsCard } from '@/components/supply-reports/supply-reports-card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { QueryProvider } from '@/components/works/query-provider'
import { RehearsalPanel } from '@/components/works/rehearsal-panel'
import { WorksActions } from '@/components/works/works-actions'
import { WorksReport } from '@/components/works/works-report'
import { WorksStatePill } from '@/components/works/works-state-pill'
import { canPublishWorks } from '@/lib/auth/policies'
import { currentInstant } from '@/lib/clock'
import { env } from '@/lib/env'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireStaff } from '@/lib/http/require-staff'
import { getDeliveries } from '@/lib/notices/get-deliveries'
import { getUtility } from '@/lib/utility/queries'
import { checkWorks } from '@/lib/works/check/check-works'
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { getSupplyReports } from '@/lib/works/supply-reports/get-supply-reports'
import { rehearseWorksAction } from '../check-actions'
import { worksSteps } from '../works-steps'
import { getDeliveriesAction } from './actions'
import { DraftHeader } from './draft-header'
import { DraftReport } from './draft-report'

interface Props {
  params: Promise<{ reference: string }>
}

export async function generateMetadata({ params }: Props) {
  return { title: (await params).reference }
}

export default async function WorksPage({ params }: Props) {
  const { reference } = await params
  const actor = await requireStaff(`/operator/works/${encodeURIComponent(reference)}`)
  const now = await currentInstant()
  const works = await orNotFound(getWorksDetail(actor, reference, now))
  const isOpen = works.state === 'draft' || works.state === 'in_approval'
  const [{ zone }, deliveries, reports, check, t] = await Promise.all([
    getUtility(),
    getDeliveries(actor, reference, now),
    getSupplyReports(actor, reference),
    isOpen ? checkWorks(actor, reference, now) : null,
    getTranslations(),
  ])
  const mayPublish = canPublishWorks(actor)
  return (
    <QueryProvider>
      <Page>
        <PageHeader title={works.title || t('operator.list.untitled')} eyebrow={`${reference} · ${t(`service.${works.service}`)}`}>
          <WorksStatePill state={works.state} />
          {mayPublish && check && <DraftHeader actor={actor} works={works} check={check} zone={zone} />}
          {mayPublish && !check && <WorksActions works={works} zone={zone} now={now} steps={worksSteps(reference)} />}
        </PageHeader>
        <SupplyReportsCard reports={reports} zone={zone} token={env().MAPBOX_TOKEN} />
        <WorksReport
          works={works}
          deliveries={deliveries}
          refresh={getDeliveriesAction.bind(null, reference)}
          zone={zone}
          token={env().MAPBOX_TOKEN}
        >
          {check && <DraftReport actor={actor} works={works} check={check} zone={zone} />}
        </WorksReport>
        {check?.problem === null && (
          <RehearsalPanel
            reference={reference}
            revision={works.revision}
            rehearse={rehearseWorksAction.bind(null, reference)}
            zone={zone}
          />
        )}
      </Page>
    </QueryProvider>
  )
}
