import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { CoveragePlace } from '@/lib/coverage/coverage'
import { useShareColumns } from './share-columns'

/** Municipalities, each with its quarters below. */
export function PlaceTable({ places }: { places: readonly CoveragePlace[] }) {
  const t = useTranslations('coverage.places')
  const columns: Column<CoveragePlace>[] = [
    {
      key: 'place',
      header: t('place'),
      cell: ({ municipality, district }) =>
        district === null ? (
          <strong className="font-semibold">{municipality || t('no_address')}</strong>
        ) : (
          <span className="pl-5">{district || t('no_quarter')}</span>
        ),
    },
    ...useShareColumns(),
  ]
  return (
    <div className="space-y-3">
      <h2 className="text-2xl">{t('title')}</h2>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={places}
        rowKey={({ municipalityId, district }) => `${municipalityId} ${district ?? '*'}`}
      />
    </div>
  )
}
