import { useLocale, useTranslations } from 'next-intl'
import { describeDaysUntil } from '@/lib/i18n/describe-days-until'
import type { Telling } from '@/lib/utility/telling'
import type { Outages } from '@/lib/works/works'
import { OutageCard } from './outage-card'

/** Every interruption at one address, the next first. */
export function OutageList({ outages, telling }: { outages: Outages; telling: Telling }) {
  const t = useTranslations('outage')
  const locale = useLocale()
  if (outages.outages.length === 0) return null
  return (
    <section aria-labelledby="outages" className="space-y-4">
      <h2 id="outages" className="text-2xl">
        {t('list')}
      </h2>
      {outages.outages.map((outage) => (
        <OutageCard
          key={`${outage.reference}-${outage.start}`}
          outage={outage}
          telling={telling}
          daysUntil={describeDaysUntil(outage.start, new Date(outages.asOf), telling.zone, locale)}
        />
      ))}
    </section>
  )
}
