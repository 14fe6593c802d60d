import { useLocale, useTranslations } from 'next-intl'
import { OutageStatus } from '@/components/outages/outage-status'
import { WindowTime } from '@/components/outages/window-time'
import type { AddressDetail } from '@/lib/addresses/addresses'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { describeWindow } from '@/lib/i18n/describe-window'
import { tellingOf } from '@/lib/utility/telling'
import type { Utility } from '@/lib/utility/utility'
import type { Outages } from '@/lib/works/works'

const LINK = 'inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4'

interface WidgetOutagesProps {
  address: AddressDetail
  outages: Outages
  utility: Utility | null
}

/** What is planned at one address. Whatever leads further opens beside the page that the frame stands in. */
export function WidgetOutages({ address, outages, utility }: WidgetOutagesProps) {
  const t = useTranslations()
  const locale = useLocale()
  const { zone } = tellingOf(utility)
  const references = new Set(outages.outages.filter(({ state }) => state !== 'cancelled').map(({ reference }) => reference))
  return (
    <div className="space-y-4">
      <p className="text-lg font-semibold">{`${address.street} ${formatHouseNumber(address)}, ${address.municipality}`}</p>
      <OutageStatus outages={outages} count={references.size} asOf={describeInstant(outages.asOf, zone, locale)} phone={utility?.phone} />
      <ul className="space-y-3">
        {outages.outages.map((outage) => (
          <li key={`${outage.reference}-${outage.start}`} className="rounded-control border border-line bg-surface p-4">
            <p className="font-semibold">
              {t(`service.${outage.service}`)}
              {outage.state !== 'coming' && ` – ${t(`outage.${outage.state}`)}`}
            </p>
            <WindowTime words={describeWindow(outage, zone, locale)} window={outage} isCancelled={outage.state === 'cancelled'} />
            <a href={`/${locale}/works/${outage.reference}`} target="_blank" rel="noopener" className={LINK}>
              {t('widget.works', { reference: outage.reference })}
            </a>
          </li>
        ))}
      </ul>
      <a href={`/${locale}/addresses/${address.id}`} target="_blank" rel="noopener" className={LINK}>
        {t('widget.more')}
      </a>
    </div>
  )
}
