import { useLocale, useTranslations } from 'next-intl'
import { boundsOf } from '@/components/map/bounds'
import { mapWords } from '@/components/map/map-words'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { CoverageSquare, WeakSquare } from '@/lib/coverage/coverage'
import { CoverageMapLoader } from './coverage-map-loader'
import { ShadeLegend } from './shade-legend'
import { Share } from './share'

/** Where a square is that has no address near. */
function middleOf({ box: [west, south, east, north] }: CoverageSquare): { latitude: string; longitude: string } {
  return { latitude: ((south + north) / 2).toFixed(4), longitude: ((west + east) / 2).toFixed(4) }
}

export interface CoverageSquaresProps {
  squares: readonly CoverageSquare[]
  weakest: readonly WeakSquare[]
  token: string | undefined
}

/** Where people can be told and where not: a map, and a table of the squares where a campaign would reach the most. */
export function CoverageSquares({ squares, weakest, token }: CoverageSquaresProps) {
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
  const columns: Column<WeakSquare>[] = [
    { key: 'where', header: t('where'), cell: (square) => (square.near ? t('near', square.near) : t('square', middleOf(square))) },
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
      <DataTable caption={t('worst')} columns={columns} rows={weakest} rowKey={({ box }) => box.join()} />
    </section>
  )
}
