import { useLocale, useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/status-pill'
import { TextLink } from '@/components/ui/text-link'
import type { Tone } from '@/components/ui/tone'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { SupplyStatus } from '@/lib/self-service/self-service'

type State = SupplyStatus['status'] | 'running'

const LOOKS: Record<State, Tone> = { affected: 'coming', running: 'running', none_planned: 'clear', unknown: 'unknown' }

/** How things stand somewhere, and the next works there. */
export function SupplyLine({ supply: { status, next }, zone }: { supply: SupplyStatus; zone: string }) {
  const t = useTranslations('account')
  const locale = useLocale()
  const state: State = next?.state === 'running' ? 'running' : status
  const when = next && describeWindow(next, zone, locale)
  return (
    <div className="space-y-2">
      <StatusPill tone={LOOKS[state]}>{t(`status.${state}`)}</StatusPill>
      {next && when && (
        <p>
          <TextLink href={`/works/${next.reference}`}>{t('next', { title: next.title, day: when.day, hours: when.hours })}</TextLink>
        </p>
      )}
    </div>
  )
}
