import type { MultiPolygon } from 'geojson'
import { useTranslations } from 'next-intl'
import { AreaMap } from '@/components/map/area-map'
import { Card } from '@/components/ui/card'
import type { WorksDetail } from '@/lib/works/works'
import { AffectedFigures } from './affected-figures'
import { HistoryList } from './history-list'
import { LegalVerdict } from './legal-verdict'
import { NoticeTable } from './notice-table'
import { WorksFacts } from './works-facts'

export interface WorksReportProps {
  works: WorksDetail
  zone: string
  token?: string
}

function wholeArea({ parts }: WorksDetail): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: parts.flatMap(({ area }) => area?.coordinates ?? []) }
}

/** Everything that is known of works: whom they hit, where, when, what was told, who did what. */
export function WorksReport({ works, zone, token }: WorksReportProps) {
  const t = useTranslations('operator.detail')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
      <div className="space-y-6">
        <Card as="section" className="space-y-4">
          <h2 className="text-xl">{works.state === 'draft' ? t('would_hit') : t('hits')}</h2>
          <AffectedFigures counts={works.affected} />
          {works.state === 'draft' && <LegalVerdict legal={works.legal} zone={zone} />}
        </Card>
        <Card as="section">
          <WorksFacts works={works} zone={zone} />
        </Card>
      </div>
      <AreaMap
        area={wholeArea(works)}
        label={t('map', { title: works.title })}
        load="visible"
        token={token}
        network={works.service}
        className="sm:h-[30rem]"
      />
      {works.notices.length > 0 && (
        <section className="space-y-3 lg:col-span-2">
          <h2 className="text-xl">{t('notices')}</h2>
          <NoticeTable notices={works.notices} zone={zone} />
        </section>
      )}
      <section className="space-y-3 lg:col-span-2">
        <h2 className="text-xl">{t('history')}</h2>
        <HistoryList history={works.history} zone={zone} />
      </section>
    </div>
  )
}
