import { useLocale, useTranslations } from 'next-intl'
import { AreaMap } from '@/components/map/area-map'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { SupplyReports } from '@/lib/works/supply-reports/supply-report'

export interface SupplyReportsCardProps {
  reports: SupplyReports
  zone: string
  /** Mapbox's token, where the installation has one. */
  token?: string | undefined
}

/** Who still has no supply after the announced end, for staff: how many, since when, at which addresses. Shows nothing while nobody said so. */
export function SupplyReportsCard({ reports: { reports, addresses, since, places }, zone, token }: SupplyReportsCardProps) {
  const t = useTranslations('operator.supply_reports')
  const locale = useLocale()
  if (since === null) return null
  return (
    <Card as="section" aria-labelledby="supply-reports" className="space-y-4">
      <div className="space-y-1">
        <h2 id="supply-reports" className="text-xl">
          {t('title')}
        </h2>
        <p className="font-semibold">{t('count', { reports, addresses })}</p>
        <p>{t('since', { time: describeInstant(since, zone, locale) })}</p>
      </div>
      <ul className="divide-y divide-line">
        {places.map(({ id, label, reports: said, last }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <TextLink href={`/operator/call-centre/addresses/${id}`}>{label}</TextLink>
            <span>{t('place', { reports: said, time: describeInstant(last, zone, locale) })}</span>
          </li>
        ))}
      </ul>
      {addresses > places.length && <p className="text-[0.94rem] text-ink-soft">{t('more', { count: addresses - places.length })}</p>}
      <AreaMap marks={places.map(({ at, label }) => ({ at, label }))} label={t('map')} token={token} />
      <p className="text-[0.94rem] text-ink-soft">{t('hint')}</p>
    </Card>
  )
}
