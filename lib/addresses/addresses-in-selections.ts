import { Prisma } from '@/lib/db/generated/client'
import type { NumberRange, StreetSelection } from './street-list'
import { suffixOrder } from './suffix-order'

interface SelectedRange extends NumberRange {
  selection: number
  streetId: number
  isExcluded: boolean
}

const WHOLE: NumberRange = { from: null, to: null, parity: null }

function rangesOf({ streetId, ranges, excluded = [] }: StreetSelection, selection: number): SelectedRange[] {
  const included = (ranges ?? [WHOLE]).map((range) => ({ ...range, selection, streetId, isExcluded: false }))
  return [...included, ...excluded.map((range) => ({ ...range, selection, streetId, isExcluded: true }))]
}

/** As suffixOrder does it. */
const SUFFIX_ORDER = Prisma.sql`(CASE WHEN a.suffix ~ '^[0-9]'
  THEN lpad(substring(a.suffix FROM '^[0-9]+'), 12, '0') || substring(a.suffix FROM '^[0-9]+(.*)$') ELSE a.suffix END) COLLATE "C"`

function unnestRanges(ranges: readonly SelectedRange[]): Prisma.Sql {
  const order = (suffix: string | undefined) => (suffix ? suffixOrder(suffix) : null)
  const odds = { odd: 1, even: 0 }
  return Prisma.sql`unnest(
    ${ranges.map(({ selection }) => selection)}::int[], ${ranges.map(({ streetId }) => streetId)}::int[],
    ${ranges.map(({ isExcluded }) => isExcluded)}::boolean[], ${ranges.map(({ from }) => from)}::int[], ${ranges.map(({ to }) => to)}::int[],
    ${ranges.map(({ fromSuffix }) => order(fromSuffix))}::text[], ${ranges.map(({ toSuffix }) => order(toSuffix))}::text[],
    ${ranges.map(({ parity }) => parity && odds[parity])}::int[]
  ) AS r (selection, street_id, is_excluded, first, last, first_suffix, last_suffix, odd)`
}

/**
 * The addresses of any number of selections as a relation in parentheses, to be given a name: it yields `address_id`, once for each. The ranges
 * travel as arrays, so that a list of thousands of streets is one statement with eight parameters.
 */
export function addressesIn(selections: readonly StreetSelection[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT DISTINCT kept.address_id FROM (
      SELECT a.id AS address_id
      FROM ${unnestRanges(selections.flatMap(rangesOf))} JOIN address a ON a.street_id = r.street_id
        AND (r.first IS NULL OR a.number > r.first
          OR (a.number = r.first AND (r.first_suffix IS NULL OR ${SUFFIX_ORDER} >= r.first_suffix COLLATE "C")))
        AND (r.last IS NULL OR a.number < r.last
          OR (a.number = r.last AND (r.last_suffix IS NULL OR ${SUFFIX_ORDER} <= r.last_suffix COLLATE "C")))
        AND (r.odd IS NULL OR a.number % 2 = r.odd)
      GROUP BY r.selection, a.id
      HAVING NOT bool_or(r.is_excluded)
    ) kept
  )`
}
