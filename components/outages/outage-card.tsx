import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { ServiceIcon } from '@/components/ui/service-icon'
import { StatusPill } from '@/components/ui/status-pill'
import { TextLink } from '@/components/ui/text-link'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { Telling } from '@/lib/utility/telling'
import type { Outage } from '@/lib/works/works'
import { WindowTime } from './window-time'

interface OutageCardProps {
  outage: Outage
  telling: Telling
  /** "tomorrow", "in 5 days". */
  daysUntil: string
}

/** One interruption at one address: what, when, how long, why, what to do. A cancelled one is struck through and says so. */
export function OutageCard({ outage, telling, daysUntil }: OutageCardProps) {
  const t = useTranslations('outage')
  const service = useTranslations('service')
  const advice = useTranslations('notice.advice')
  const locale = useLocale()
  const words = describeWindow(outage, telling.zone, locale)
  const isCancelled = outage.state === 'cancelled'
  const headingId = `${outage.reference}-${outage.start}`
  return (
    <Card as="article" aria-labelledby={headingId} className="space-y-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 id={headingId} className="flex items-center gap-2.5 text-xl">
          <span className="grid size-11 place-items-center rounded-full bg-info text-info-ink">
            <ServiceIcon service={outage.service} />
          </span>
          {service(outage.service)}
        </h3>
        <StatusPill tone={outage.state}>{outage.state === 'coming' ? daysUntil : t(outage.state)}</StatusPill>
      </div>
      <WindowTime words={words} window={outage} isCancelled={isCancelled} />
      {isCancelled ? (
        <p className="text-lg font-medium">{t('cancelled_text')}</p>
      ) : (
        <DescriptionList
          items={[
            { term: t('back'), details: <strong>{words.end}</strong> },
            { term: t('duration'), details: words.duration },
            { term: t('why'), details: <span lang={telling.language}>{outage.reason || outage.title}</span> },
            { term: t('advice'), details: outage.advice ? <span lang={telling.language}>{outage.advice}</span> : advice(outage.service) },
          ]}
        />
      )}
      <TextLink href={`/works/${outage.reference}`} className="inline-flex min-h-11 items-center">
        {t('works', { reference: outage.reference })}
      </TextLink>
    </Card>
  )
}
