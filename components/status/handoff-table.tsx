import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { FORMATS } from '@/lib/i18n/date-formats'
import type { HandoffDay } from '@/lib/notices/handoff'
import { Share } from './share'

/** Day by day: how many messages went, and what share of them in time. */
export function HandoffTable({ days }: { days: readonly HandoffDay[] }) {
  const t = useTranslations('status.table')
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(FORMATS[locale], { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  const columns: Column<HandoffDay>[] = [
    {
      key: 'day',
      header: t('day'),
      cell: ({ day }) => (
        <time dateTime={day} className="whitespace-nowrap">
          {format.format(new Date(`${day}T00:00:00Z`))}
        </time>
      ),
    },
    { key: 'messages', header: t('messages'), cell: ({ handedOver }) => handedOver.toLocaleString(FORMATS[locale]), numeric: true },
    { key: 'share', header: t('share'), cell: (day) => <Share day={day} />, numeric: true },
  ]
  return <DataTable caption={t('caption')} columns={columns} rows={days} rowKey={({ day }) => day} />
}
