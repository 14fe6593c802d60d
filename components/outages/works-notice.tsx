import { useTranslations } from 'next-intl'
import { AreaMap } from '@/components/map/area-map'
import { Alert } from '@/components/ui/alert'
import { Mark } from '@/components/ui/mark'
import { ServiceIcon } from '@/components/ui/service-icon'
import { StatusPill } from '@/components/ui/status-pill'
import type { QrCode } from '@/lib/qr-code'
import type { Telling } from '@/lib/utility/telling'
import type { PublicChange } from '@/lib/works/history/public-change'
import type { PublicWorks } from '@/lib/works/works'
import { NoticeFoot } from './notice-foot'
import { SupplyList } from './supply-list'
import { WindowTimeline } from './window-timeline'
import { WorksFacts } from './works-facts'
import { publicStateOf } from './works-state'

export interface WorksNoticeProps {
  works: PublicWorks
  /** What was told of them, newest first. */
  changes: readonly PublicChange[]
  /** Who says so; empty while that is not known. */
  sender: string
  /** In words. */
  asOf: string
  telling: Telling
  /** Where it is to be read, and the same as a code for paper. */
  link: string
  code: QrCode
  token: string | undefined
}

/** The official notice of works, as it would hang in a stairwell: who says so, what, when, where, why, what to do. */
export function WorksNotice({ works, changes, sender, asOf, telling, link, code, token }: WorksNoticeProps) {
  const t = useTranslations()
  const state = publicStateOf(works)
  return (
    <article aria-labelledby="notice" className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-hero px-5 py-3 font-semibold text-on-hero sm:px-7">
        <Mark className="size-6" />
        {sender && <span>{sender}</span>}
        <span className="text-on-hero-soft">{t('works_page.kind')}</span>
      </p>
      <div className="flex flex-col gap-6 p-5 sm:p-7">
        <header className="space-y-3">
          <div className="flex flex-wrap items-center gap-3">
            <span className="flex items-center gap-2 text-lg font-semibold">
              <ServiceIcon service={works.service} />
              {t(`service.${works.service}`)}
            </span>
            <StatusPill tone={state}>{t(`outage.${state}`)}</StatusPill>
          </div>
          <h1 id="notice" lang={telling.language} className="text-3xl break-words sm:text-4xl">
            {works.title}
          </h1>
          <p className="text-ink-soft">
            {t('works_page.line', { reference: works.reference, version: changes[0]?.version ?? 1, time: asOf })}
          </p>
        </header>
        {state === 'cancelled' && (
          <Alert tone="cancelled" title={t('outage.cancelled_text')}>
            <p lang={telling.language}>{works.cancelReason}</p>
          </Alert>
        )}
        <section aria-labelledby="when" className="space-y-4">
          <h2 id="when" className="text-xl">
            {t('works_page.when')}
          </h2>
          <WindowTimeline windows={works.windows} isCancelled={state === 'cancelled'} asOf={works.asOf} telling={telling} />
        </section>
        <WorksFacts works={works} telling={telling} />
        {state !== 'cancelled' && <SupplyList places={works.supplyPlaces} telling={telling} />}
        <AreaMap
          area={works.area}
          marks={works.supplyPlaces}
          label={t('outage.map', { title: works.title })}
          token={token}
          className="print:hidden"
        />
        <NoticeFoot link={link} code={code} />
      </div>
    </article>
  )
}
