import type { HouseNumber } from './house-number'
import type { NumberRange } from './street-list'
import { suffixOrder } from './suffix-order'

/** Whether a house number is in a range: the rule that addressesIn puts to the database. */
export function isInRange({ number, suffix }: HouseNumber, { from, to, parity, fromSuffix, toSuffix }: NumberRange): boolean {
  if (from !== null && (number < from || (number === from && fromSuffix && suffixOrder(suffix) < suffixOrder(fromSuffix)))) return false
  if (to !== null && (number > to || (number === to && toSuffix && suffixOrder(suffix) > suffixOrder(toSuffix)))) return false
  return parity === null || (number % 2 === 1) === (parity === 'odd')
}
