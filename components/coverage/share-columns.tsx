import { useLocale, useTranslations } from 'next-intl'
import type { Column } from '@/components/ui/data-table'
import { COVERAGE_FIGURES, type CoverageCounts } from '@/lib/coverage/coverage'
import { Share } from './share'

/** The columns that every table of coverage ends in: how many accounts, and the share of each channel. */
export function useShareColumns(): Column<CoverageCounts>[] {
  const t = useTranslations('coverage.figure')
  const locale = useLocale()
  const shares = COVERAGE_FIGURES.map((figure) => ({
    key: figure,
    header: t(figure),
    cell: (row: CoverageCounts) => <Share part={row[figure]} whole={row.accounts} />,
    numeric: true,
  }))
  return [{ key: 'accounts', header: t('accounts'), cell: ({ accounts }) => accounts.toLocaleString(locale), numeric: true }, ...shares]
}
