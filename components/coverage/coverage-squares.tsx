import { useLocale, useTranslations } from 'next-intl'
import { boundsOf } from '@/components/map/bounds'
import { mapWords } from '@/components/map/map-words'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { CoverageSquare } from '@/lib/coverage/coverage'
import { CoverageMapLoader } from './coverage-map-loader'
import { ShadeLegend } from './shade-legend'
import { Share } from './share'

/** So many squares are a list to work through. */
const LISTED = 10

function middleOf({ box: [west, south, east, north] }: CoverageSquare): { latitude: string; longitude: string } {
  return { latitude: ((south + north) / 2).toFixed(4), longitude: ((west + east) / 2).toFixed(4) }
}

/** Where people can be told and where not: a map, and a table of the squares where a campaign would reach the most. */
export function CoverageSquares({ squares, token }: { squares: readonly CoverageSquare[]; token: string | undefined }) {
  const t = useTranslations('coverage.map')
  const map = useTranslations('map')
  const accounts = useTranslations('coverage.figure')('accounts')
  const locale = useLocale()
  const bounds = boundsOf(
    squares.flatMap(({ box: [west, south, east, north] }) => [
      [west, south],
      [east, north],
    ]),
  )
  if (!bounds) return null
  const worst = squares.toSorted((a, b) => b.accounts - b.withAny - (a.accounts - a.withAny)).slice(0, LISTED)
  const columns: Column<CoverageSquare>[] = [
    { key: 'where', header: t('where'), cell: (square) => t('square', middleOf(square)) },
    { key: 'accounts', header: accounts, cell: (square) => square.accounts.toLocaleString(locale), numeric: true },
    {
      key: 'unreached',
      header: t('unreached'),
      cell: (square) => (square.accounts - square.withAny).toLocaleString(locale),
      numeric: true,
    },
    { key: 'share', header: t('legend'), cell: (square) => <Share part={square.withAny} whole={square.accounts} />, numeric: true },
  ]
  return (
    <section aria-labelledby="squares" className="space-y-3">
      <h2 id="squares" className="text-2xl">
        {t('title')}
      </h2>
      <CoverageMapLoader
        label={t('label')}
        view={{ squares: [...squares], bounds, token, words: mapWords(map), loading: map('loading'), failed: map('failed') }}
      />
      <ShadeLegend />
      <h3 className="text-xl">{t('worst')}</h3>
      <DataTable caption={t('worst')} columns={columns} rows={worst} rowKey={({ box }) => box.join()} />
    </section>
  )
}
