import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Instant } from '@/components/works/instant'
import type { NoticeDelivery } from '@/lib/notices/get-deliveries'

/** Which waves went out, and how many of each arrived by now. */
export function NoticeFigures({ notices, zone }: { notices: readonly NoticeDelivery[]; zone: string }) {
  const t = useTranslations()
  const shown = notices.filter(({ state }) => state !== 'skipped' && state !== 'superseded')
  const columns: Column<NoticeDelivery>[] = [
    { key: 'kind', header: t('callCentre.works.deliveries'), cell: ({ kind }) => t(`notice.kind.${kind}`) },
    { key: 'due', header: t('callCentre.works.when'), cell: ({ dueAt }) => <Instant at={dueAt} zone={zone} short /> },
    {
      key: 'delivered',
      header: t('operator.messages.delivered'),
      cell: ({ state, counts, audience }) =>
        state === 'planned' ? '–' : t('callCentre.works.delivered', { delivered: counts.delivered, audience: audience ?? 0 }),
      numeric: true,
    },
  ]
  if (shown.length === 0) return null
  return (
    <div className="space-y-3">
      <h2 className="text-2xl">{t('callCentre.works.deliveries')}</h2>
      <DataTable caption={t('callCentre.works.deliveries')} columns={columns} rows={shown} rowKey={({ id }) => id} />
    </div>
  )
}
