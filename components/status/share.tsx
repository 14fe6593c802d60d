import { useLocale } from 'next-intl'
import { FORMATS } from '@/lib/i18n/date-formats'
import { type HandoffDay, shareInTime } from '@/lib/notices/handoff'

const PERCENT = { style: 'percent', maximumFractionDigits: 2 } as const

/** "99.98%": what went in time, as a number with, where there is room, a bar of that length. */
export function Share({ day }: { day: HandoffDay }) {
  const share = shareInTime(day)
  return (
    <span className="flex items-center justify-end gap-3">
      <span aria-hidden="true" className="h-2.5 w-48 overflow-hidden rounded-full border border-line-strong bg-sunken max-sm:hidden">
        <span className="block h-full bg-brand" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="w-20 tabular-nums">{new Intl.NumberFormat(FORMATS[useLocale()], PERCENT).format(share)}</span>
    </span>
  )
}
