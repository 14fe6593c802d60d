import { useLocale, useTranslations } from 'next-intl'
import { LocaleLink } from '@/components/ui/locale-link'
import { TONES } from '@/components/ui/tone'
import { WORKS_TONES } from '@/components/works/works-state-pill'
import { describeTime } from '@/lib/i18n/describe-time'
import type { CalendarEntry as Entry } from '@/lib/works/find-calendar'

/** One window of works: its time, its state by shape and colour, and its name, leading to its page. */
export function CalendarEntry({ entry, zone }: { entry: Entry; zone: string }) {
  const t = useTranslations('operator')
  const service = useTranslations('service')
  const locale = useLocale()
  const { Icon, fill, edge } = TONES[WORKS_TONES[entry.state]]
  return (
    <LocaleLink
      href={`/operator/works/${entry.reference}`}
      className={`flex min-h-6 items-start gap-1.5 rounded-control border px-1.5 py-1 text-[0.88rem] leading-snug no-underline hover:underline ${fill} ${edge}`}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">
        <span className="sr-only">
          {t(`state.${entry.state}`)}, {service(entry.service)},{' '}
        </span>
        <span className="font-semibold tabular-nums">{entry.isContinued ? '…' : describeTime(entry.start, zone, locale)}</span>{' '}
        {entry.title || entry.reference}
      </span>
    </LocaleLink>
  )
}
