import type { MultiPolygon } from 'geojson'
import { FileCheck, Headset, MessageSquareText, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AreaMap } from '@/components/map/area-map'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { WorksDetail } from '@/lib/works/works'
import { AffectedFigures } from './affected-figures'
import { BreachList } from './breach-list'
import { HistoryList } from './history-list'
import { LiveNotices, type LiveNoticesProps } from './live-notices'
import { WorksFacts } from './works-facts'

export interface WorksReportProps extends Pick<LiveNoticesProps, 'deliveries' | 'refresh'> {
  works: WorksDetail
  zone: string
  token?: string
  /** What stands first: for works that are not published yet, the check and the approval. */
  children?: ReactNode
}

function wholeArea({ parts }: WorksDetail): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: parts.flatMap(({ area }) => area?.coordinates ?? []) }
}

/** Everything that is known of works: whom they hit, where, when, what was told, who did what. */
export function WorksReport({ works, deliveries, refresh, zone, token, children }: WorksReportProps) {
  const t = useTranslations('operator.detail')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
      <div className="space-y-6">
        {children ?? (
          <Card as="section" className="space-y-4">
            <h2 className="text-xl">{t('hits')}</h2>
            <AffectedFigures counts={works.affected} />
            <BreachList breaches={works.breaches} zone={zone} />
          </Card>
        )}
        <Card as="section">
          <WorksFacts works={works} zone={zone} />
        </Card>
        <LinkButton variant="secondary" href={`/operator/works/${works.reference}/poster`}>
          <Printer aria-hidden="true" className="size-5" />
          {t('poster')}
        </LinkButton>
      </div>
      <AreaMap
        area={wholeArea(works)}
        label={t('map', { title: works.title })}
        load="visible"
        token={token}
        network={works.service}
        className="sm:h-[30rem]"
      />
      {deliveries.notices.length > 0 && (
        <section className="space-y-3 lg:col-span-2">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 className="text-xl">{t('notices')}</h2>
            <div className="flex flex-wrap gap-2">
              <LinkButton variant="secondary" href={`/operator/works/${works.reference}/follow-up`}>
                <MessageSquareText aria-hidden="true" className="size-5" />
                {t('follow_up')}
              </LinkButton>
              <LinkButton variant="secondary" href={`/operator/call-centre/works/${works.reference}`}>
                <Headset aria-hidden="true" className="size-5" />
                {t('callers')}
              </LinkButton>
              <LinkButton variant="secondary" href={`/operator/works/${works.reference}/evidence`}>
                <FileCheck aria-hidden="true" className="size-5" />
                {t('evidence')}
              </LinkButton>
            </div>
          </div>
          <LiveNotices deliveries={deliveries} refresh={refresh} zone={zone} />
        </section>
      )}
      <section className="space-y-3 lg:col-span-2">
        <h2 className="text-xl">{t('history')}</h2>
        <HistoryList history={works.history} zone={zone} />
      </section>
    </div>
  )
}
