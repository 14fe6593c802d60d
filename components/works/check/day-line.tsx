import { useTranslations } from 'next-intl'
import type { DayOff } from '@/lib/works/check/works-check'
import { Instant } from '../instant'
import { CheckLine } from './check-line'

/** Windows that fall on holidays and weekends. */
export function DayLine({ days, zone }: { days: readonly DayOff[]; zone: string }) {
  const t = useTranslations('operator.check.days')
  if (days.length === 0) return <CheckLine tone="clear" title={t('none')} />
  return (
    <CheckLine tone="coming" title={t('title', { count: days.length })}>
      <ul>
        {days.map(({ start, day, kind, name }) => (
          <li key={`${start}:${day}:${kind}`}>
            <Instant at={start} zone={zone} short />: {name ?? t(kind)}
          </li>
        ))}
      </ul>
    </CheckLine>
  )
}
