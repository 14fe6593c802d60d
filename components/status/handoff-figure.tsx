import { ChartNoAxesColumn } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { FORMATS } from '@/lib/i18n/date-formats'
import { type HandoffDay, shareInTime, totalOf } from '@/lib/notices/handoff'
import { HandoffTable } from './handoff-table'

/** The figure of the last 30 days, and the days that it is made of. */
export function HandoffFigure({ days }: { days: readonly HandoffDay[] | null }) {
  const t = useTranslations('status')
  const locale = useLocale()
  const total = totalOf(days ?? [])
  if (!days || !total) {
    return (
      <EmptyState Icon={ChartNoAxesColumn} title={days ? t('none') : t('unmeasured')}>
        {days ? t('none_text') : t('unmeasured_text')}
      </EmptyState>
    )
  }
  const number = (count: number) => count.toLocaleString(FORMATS[locale])
  const share = new Intl.NumberFormat(FORMATS[locale], { style: 'percent', maximumFractionDigits: 2 }).format(shareInTime(total))
  return (
    <section aria-labelledby="on-time" className="space-y-4">
      <Card className="space-y-2">
        <h2 id="on-time" className="text-xl">
          {t('figure_title')}
        </h2>
        <p className="text-5xl font-bold tabular-nums">{share}</p>
        <p className="max-w-prose">{t('figure', { share })}</p>
        <p className="text-[0.94rem] text-ink-soft">
          {t('counted', { inTime: number(total.inTime), total: number(total.handedOver) })}. {t('how')}
        </p>
      </Card>
      <HandoffTable days={days} />
    </section>
  )
}
