import { useLocale, useTranslations } from 'next-intl'
import type { CoverageFilter, CoverageView } from '@/lib/coverage/coverage'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { CampaignForm } from './campaign-form'
import { CoverageFigures } from './coverage-figures'
import { CoverageHistory } from './coverage-history'
import { CoverageSquares } from './coverage-squares'
import { PlaceTable } from './place-table'
import { ServiceFilter } from './service-filter'
import { ServiceTable } from './service-table'

export interface CoverageReportProps {
  view: CoverageView & { asOf: string }
  filter: CoverageFilter
  zone: string
  token: string | undefined
}

/** How many can be told: in all, by place, by service, over time, on the map; and where a campaign is worth it. */
export function CoverageReport({ view, filter, zone, token }: CoverageReportProps) {
  const t = useTranslations('coverage')
  const time = describeInstant(view.asOf, zone, useLocale())
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <ServiceFilter services={view.services} chosen={filter.service} />
        <p className="text-ink-soft">{t('as_of', { time })}</p>
      </div>
      <CoverageFigures counts={view.total} />
      <CoverageHistory days={view.days} />
      <CoverageSquares squares={view.squares} weakest={view.weakest} token={token} />
      <PlaceTable places={view.places} />
      {!filter.service && view.byService.length > 1 && <ServiceTable rows={view.byService} />}
      <CampaignForm service={filter.service} />
    </>
  )
}
