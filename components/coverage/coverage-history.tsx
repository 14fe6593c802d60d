import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { CoverageDay } from '@/lib/coverage/coverage'
import { FORMATS } from '@/lib/i18n/date-formats'
import { HistoryChart } from './history-chart'
import { useShareColumns } from './share-columns'

/** How coverage grew: lines to see it, and a table that says the same. */
export function CoverageHistory({ days }: { days: readonly CoverageDay[] }) {
  const t = useTranslations('coverage.days')
  const format = new Intl.DateTimeFormat(FORMATS[useLocale()], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const columns: Column<CoverageDay>[] = [
    { key: 'day', header: t('day'), cell: ({ day }) => <time dateTime={day}>{format.format(new Date(day))}</time> },
    ...useShareColumns(),
  ]
  return (
    <section aria-labelledby="days" className="space-y-3">
      <h2 id="days" className="text-2xl">
        {t('title')}
      </h2>
      {days.length > 1 ? <HistoryChart days={days} /> : <p>{t('too_few')}</p>}
      <details>
        <summary className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4">{t('table')}</summary>
        <DataTable caption={t('table')} columns={columns} rows={days.toReversed()} rowKey={({ day }) => day} />
      </details>
    </section>
  )
}
