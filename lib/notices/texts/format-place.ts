import { formatHouseNumber } from '@/lib/addresses/house-number'
import type { ConcernedPlace } from '../concern-queries'

/** "Via Roma 12/A", in letters with its municipality too. */
export function formatPlace({ street, number, suffix, municipality }: Omit<ConcernedPlace, 'id'>, isShort: boolean): string {
  const address = `${street} ${formatHouseNumber({ number, suffix })}`
  return isShort ? address : `${address}, ${municipality}`
}
