import { useLocale, useTranslations } from 'next-intl'
import { ServiceIcon } from '@/components/ui/service-icon'
import { describeDaysUntil } from '@/lib/i18n/describe-days-until'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { Telling } from '@/lib/utility/telling'
import type { WorksOutages } from './group-outages'

export interface StatusLinesProps {
  groups: readonly WorksOutages[]
  /** ISO instant. */
  asOf: string
  telling: Telling
}

/** Which services are off, or will be, and when: a line for each works. */
export function StatusLines({ groups, asOf, telling }: StatusLinesProps) {
  const t = useTranslations('address')
  const service = useTranslations('service')
  const locale = useLocale()
  if (groups.length === 0) return null
  return (
    <ul className="space-y-1.5 text-lg">
      {groups.map(({ reference, outages: [next] }) => {
        const words = describeWindow(next, telling.zone, locale)
        const day = describeDaysUntil(next.start, new Date(asOf), telling.zone, locale)
        return (
          <li key={reference} className="flex gap-2.5">
            <ServiceIcon service={next.service} className="mt-1 size-5.5" />
            <span className="min-w-0">
              <strong>{service(next.service)}</strong>
              {': '}
              {next.state === 'running'
                ? t('line_running', { end: words.end })
                : t('line_coming', { when: day, day: words.day, hours: words.hours })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
