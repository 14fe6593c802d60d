import { CalendarClock, FileText, MapPin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LocaleLink } from '@/components/ui/locale-link'
import { type CallerHit, type CallerSearch, callerPath } from '@/lib/call-centre/call-centre'

const ICONS = { account: FileText, address: MapPin, works: CalendarClock } as const

function HitWords({ hit }: { hit: CallerHit }) {
  const t = useTranslations()
  const kind = t(`callCentre.hit.${hit.kind}`)
  if (hit.kind === 'address') return <Lines first={hit.label} second={kind} />
  if (hit.kind === 'works') {
    const facts = [kind, hit.reference, t(`service.${hit.service}`), t(`operator.state.${hit.state}`)]
    return <Lines first={hit.title} second={facts.join(' · ')} />
  }
  const facts = [kind, hit.number, t(`service.${hit.service}`), !hit.isActive && t('callCentre.hit.ended')]
  const place = hit.address ?? t('callCentre.hit.no_address')
  return <Lines first={[hit.holderName, place].filter(Boolean).join(', ')} second={facts.filter(Boolean).join(' · ')} />
}

function Lines({ first, second }: { first: string; second: string }) {
  return (
    <span className="min-w-0">
      <strong className="block break-words font-semibold">{first}</strong>
      <span className="block text-[0.94rem] text-ink-soft">{second}</span>
    </span>
  )
}

/** What a search found, one line each. Not fetched ahead: each look at a customer is noted. */
export function HitList({ found: { hits, hasMore }, onLeave }: { found: CallerSearch; onLeave: () => void }) {
  const t = useTranslations('callCentre.search')
  return (
    <div className="space-y-2">
      <p role="status" className="font-medium">
        {t('found', { count: hits.length })} {hasMore && t('more')}
      </p>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {hits.map((hit) => {
          const Icon = ICONS[hit.kind]
          return (
            <li key={callerPath(hit)}>
              <LocaleLink href={callerPath(hit)} onClick={onLeave} className="flex min-h-11 items-center gap-3 px-4 py-2.5 hover:bg-sunken">
                <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
                <HitWords hit={hit} />
              </LocaleLink>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
