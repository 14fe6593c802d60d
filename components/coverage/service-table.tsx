import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { ServiceName } from '@/components/works/service-name'
import type { CoverageView } from '@/lib/coverage/coverage'
import { useShareColumns } from './share-columns'

type Row = CoverageView['byService'][number]

export function ServiceTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('coverage')
  const columns: Column<Row>[] = [
    { key: 'service', header: t('filter.label'), cell: ({ service }) => <ServiceName service={service} /> },
    ...useShareColumns(),
  ]
  return (
    <div className="space-y-3">
      <h2 className="text-2xl">{t('services.title')}</h2>
      <DataTable caption={t('services.title')} columns={columns} rows={rows} rowKey={({ service }) => service} />
    </div>
  )
}
