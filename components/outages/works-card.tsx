import { ArrowRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { SiteLink } from '@/components/site/site-link'
import { Card } from '@/components/ui/card'
import { ServiceIcon } from '@/components/ui/service-icon'
import { StatusPill } from '@/components/ui/status-pill'
import { describeDaysUntil } from '@/lib/i18n/describe-days-until'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { Telling } from '@/lib/utility/telling'
import type { PublicWorks } from '@/lib/works/works'

/** As many streets as one can take in; the works' own page has them all. */
const STREETS = 3

export interface WorksCardProps {
  works: PublicWorks
  telling: Telling
  /** What the works bear on the map beside the list. */
  number?: number
}

/** Works in a list: the next window, what, and where. The whole card is the link. */
export function WorksCard({ works, telling, number }: WorksCardProps) {
  const t = useTranslations('outage')
  const service = useTranslations('service')
  const locale = useLocale()
  const left = works.windows.filter((window) => window.end > works.asOf)
  const [next] = left
  if (!next) return null
  const words = describeWindow(next, telling.zone, locale)
  const isRunning = next.start <= works.asOf
  const more = works.streets.length - STREETS
  return (
    <Card as="li" className="group relative flex flex-col gap-3 transition-colors hover:border-line-strong print:break-inside-avoid">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex min-w-0 flex-wrap items-center gap-2 font-semibold break-words text-ink-soft">
          {number !== undefined && (
            <span className="grid size-8 place-items-center rounded-full bg-brand font-bold text-on-brand tabular-nums">{number}</span>
          )}
          <span className="grid size-10 place-items-center rounded-full bg-info text-info-ink">
            <ServiceIcon service={works.service} className="size-5" />
          </span>
          {service(works.service)}
        </span>
        <StatusPill tone={isRunning ? 'running' : 'coming'}>
          {isRunning ? t('running') : describeDaysUntil(next.start, new Date(works.asOf), telling.zone, locale)}
        </StatusPill>
      </div>
      <h3 lang={telling.language} className="text-xl break-words">
        <SiteLink href={`/works/${works.reference}`} className="after:absolute after:inset-0 after:rounded-card">
          {works.title}
        </SiteLink>
      </h3>
      <p>
        <time dateTime={next.start} className="block first-letter:uppercase">
          {words.day}
        </time>
        <strong className="text-lg tabular-nums">{words.hours}</strong>
        {left.length > 1 && <span className="block text-[0.94rem] text-ink-soft">{t('more_windows', { count: left.length - 1 })}</span>}
      </p>
      <p className="mt-auto flex items-end justify-between gap-3 border-t border-line pt-3 text-[0.94rem] text-ink-soft">
        <span className="min-w-0 break-words">
          {works.streets.slice(0, STREETS).join(', ')}
          {more > 0 && ` ${t('more_streets', { count: more })}`}
        </span>
        <ArrowRight aria-hidden="true" className="size-5 shrink-0 text-brand transition-transform group-hover:translate-x-1" />
      </p>
    </Card>
  )
}
