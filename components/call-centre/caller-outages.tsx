import { useLocale, useTranslations } from 'next-intl'
import { WindowTime } from '@/components/outages/window-time'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { StatusPill } from '@/components/ui/status-pill'
import { TextLink } from '@/components/ui/text-link'
import type { Tone } from '@/components/ui/tone'
import { ServiceName } from '@/components/works/service-name'
import type { CallerOutage, CallerView } from '@/lib/call-centre/call-centre'
import { describeWindow } from '@/lib/i18n/describe-window'
import { SpokenWords } from './spoken-words'

const TONES: Record<CallerOutage['state'], Tone> = {
  coming: 'coming',
  running: 'running',
  cancelled: 'cancelled',
  restored: 'clear',
  over: 'ended',
}

interface OutageProps {
  outage: CallerOutage
  zone: string
  /** The caller's. */
  language: string
}

function OutageNow({ outage, zone, language }: OutageProps) {
  const t = useTranslations('callCentre.outages')
  const words = describeWindow(outage, zone, useLocale())
  const { reference, service, title, state, isExtended } = outage
  const isBack = state === 'restored' || state === 'over'
  return (
    <Card as="article" aria-labelledby={`${reference}-${outage.start}`} className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 space-y-1">
          <ServiceName service={service} />
          <h3 id={`${reference}-${outage.start}`} className="text-xl break-words">
            <TextLink href={`/operator/call-centre/works/${reference}`}>{title}</TextLink>
          </h3>
        </div>
        <span className="flex flex-wrap gap-2">
          {isExtended && <StatusPill tone="waiting">{t('extended')}</StatusPill>}
          <StatusPill tone={TONES[state]}>{t(`state.${state}`)}</StatusPill>
        </span>
      </div>
      <WindowTime words={words} window={outage} isCancelled={state === 'cancelled'} />
      {state !== 'cancelled' && (
        <p>
          {t(isBack ? 'was_back' : 'back')} <strong>{words.end}</strong>
        </p>
      )}
      <SpokenWords id={`${reference}-${outage.start}`} words={outage.words} language={language} />
    </Card>
  )
}

/** What is on now, what comes, and what was in the last day; the worst first. */
export function CallerOutages({ view, zone, language }: { view: CallerView; zone: string; language: string }) {
  const t = useTranslations('callCentre.outages')
  const order: CallerOutage['state'][] = ['running', 'restored', 'coming', 'over', 'cancelled']
  const outages = view.outages.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <section aria-labelledby="outages" className="space-y-3">
      <h2 id="outages" className="text-2xl">
        {t('title')}
      </h2>
      {view.status !== 'affected' && <Alert tone={view.status === 'unknown' ? 'unknown' : 'clear'} title={t(view.status)} />}
      {outages.map((outage) => (
        <OutageNow key={`${outage.reference} ${outage.start}`} outage={outage} zone={zone} language={language} />
      ))}
    </section>
  )
}
