import { useTranslations } from 'next-intl'
import { SiteTextLink } from '@/components/site/site-text-link'
import { Card } from '@/components/ui/card'
import { ServiceIcon } from '@/components/ui/service-icon'
import type { Telling } from '@/lib/utility/telling'
import type { PublicWorks } from '@/lib/works/works'
import type { WorksOutages } from './group-outages'
import { OutageFacts } from './outage-facts'
import { SupplyList } from './supply-list'
import { WindowTimeline } from './window-timeline'

export interface WorksAtAddressProps {
  group: WorksOutages
  /** What is known of the works beside their windows; undefined while it cannot be read. */
  works: PublicWorks | undefined
  /** ISO instant. */
  asOf: string
  telling: Telling
}

/** What one works mean for one address: what, when, how long, why, what to do, where water is meanwhile. Cancelled ones are struck through and say so. */
export function WorksAtAddress({ group: { reference, outages }, works, asOf, telling }: WorksAtAddressProps) {
  const t = useTranslations('outage')
  const service = useTranslations('service')
  const [next] = outages
  const isCancelled = next.state === 'cancelled'
  return (
    <Card as="article" aria-labelledby={reference} className="space-y-5 print:break-inside-avoid">
      <div className="flex items-center gap-3">
        <span className="grid size-12 shrink-0 place-items-center rounded-full bg-info text-info-ink">
          <ServiceIcon service={next.service} />
        </span>
        <div className="min-w-0">
          <h3 id={reference} className="text-xl">
            {service(next.service)}
          </h3>
          <p lang={telling.language} className="break-words text-ink-soft">
            {next.title}
          </p>
        </div>
      </div>
      {isCancelled && <p className="text-lg font-medium">{t('cancelled_text')}</p>}
      <WindowTimeline windows={outages} isCancelled={isCancelled} asOf={asOf} telling={telling} />
      {!isCancelled && <OutageFacts outage={next} works={works} telling={telling} />}
      {!isCancelled && works && <SupplyList places={works.supplyPlaces} telling={telling} heading="h4" />}
      <SiteTextLink href={`/works/${reference}`} className="inline-flex min-h-11 items-center">
        {t('works', { reference })}
      </SiteTextLink>
    </Card>
  )
}
