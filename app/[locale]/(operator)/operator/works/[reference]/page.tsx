import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { QueryProvider } from '@/components/works/query-provider'
import { RehearsalPanel } from '@/components/works/rehearsal-panel'
import { RehearsalSummary } from '@/components/works/rehearsal-summary'
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
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { worksSteps } from '../works-steps'
import { getDeliveriesAction, rehearseWorksAction } from './actions'

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
  const [{ zone }, deliveries, t] = await Promise.all([
    getUtility(),
    getDeliveries(actor, works.reference, now),
    getTranslations('service'),
  ])
  const rehearsal = { reference: works.reference, rehearse: rehearseWorksAction.bind(null, works.reference), zone }
  return (
    <QueryProvider>
      <Page>
        <PageHeader title={works.title} eyebrow={`${works.reference} · ${t(works.service)}`}>
          <WorksStatePill state={works.state} />
          {canPublishWorks(actor) && (
            <WorksActions
              works={works}
              zone={zone}
              now={now}
              steps={worksSteps(works.reference)}
              preview={<RehearsalSummary {...rehearsal} />}
            />
          )}
        </PageHeader>
        <WorksReport
          works={works}
          deliveries={deliveries}
          refresh={getDeliveriesAction.bind(null, works.reference)}
          zone={zone}
          token={env().MAPBOX_TOKEN}
        />
        {works.state === 'draft' && <RehearsalPanel {...rehearsal} />}
      </Page>
    </QueryProvider>
  )
}
