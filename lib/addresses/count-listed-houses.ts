import { formatHouseNumber, type HouseNumber } from './house-number'
import { isInRange } from './is-in-range'
import type { ListedNumbers, ListProblem, NumberRange } from './street-list'

/** So many numbers are named to whoever mends a list. */
const NAMED = 8
const NEAREST = 3

/** Cyrillic letters that look like Latin ones, and the other way round. */
const LOOK_ALIKE = ['АA', 'ВB', 'ЕE', 'КK', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'ХX', 'ІI', 'УY']
const TO_LATIN = new Map(LOOK_ALIKE.map(([cyrillic = '', latin = '']) => [cyrillic, latin]))

function asLatin(suffix: string): string {
  return [...suffix].map((letter) => TO_LATIN.get(letter) ?? letter).join('')
}

/** The suffix as the street has it: "7-А" typed with a Latin A is the Cyrillic one of the house. */
function suffixOnStreet(houses: readonly HouseNumber[], number: number | null, suffix: string | undefined): string | undefined {
  if (suffix === undefined || number === null) return suffix
  const ofNumber = houses.filter((house) => house.number === number)
  if (ofNumber.some((house) => house.suffix === suffix)) return suffix
  return ofNumber.find((house) => asLatin(house.suffix) === asLatin(suffix))?.suffix ?? suffix
}

function onStreet(houses: readonly HouseNumber[], range: NumberRange): NumberRange {
  const fromSuffix = suffixOnStreet(houses, range.from, range.fromSuffix)
  const toSuffix = suffixOnStreet(houses, range.to, range.toSuffix)
  return { ...range, ...(fromSuffix !== undefined && { fromSuffix }), ...(toSuffix !== undefined && { toSuffix }) }
}

function formatBound(number: number | null, suffix = ''): string {
  return number === null ? '…' : formatHouseNumber({ number, suffix })
}

/** "12/A", "4–58", "57–…": without the words of a language. */
export function formatRange({ from, to, fromSuffix, toSuffix }: NumberRange): string {
  const first = formatBound(from, fromSuffix)
  const last = formatBound(to, toSuffix)
  return first === last ? first : `${first}–${last}`
}

function formatRanges(ranges: readonly NumberRange[]): string {
  const named = ranges.slice(0, NAMED).map(formatRange)
  return ranges.length > NAMED ? `${named.join(', ')}…` : named.join(', ')
}

/** The houses of the street whose numbers are nearest to a range that has none. */
function nearestHouses(houses: readonly HouseNumber[], { from, to }: NumberRange): string {
  const wanted = from ?? to ?? 0
  const sorted = [...houses].sort((one, other) => Math.abs(one.number - wanted) - Math.abs(other.number - wanted))
  const nearest = sorted.slice(0, NEAREST).sort((one, other) => one.number - other.number)
  return nearest.map(formatHouseNumber).join(', ')
}

export interface ListedHouses extends ListedNumbers {
  /** How many of the street's houses are listed. */
  count: number
  /** Nothing is hit: the list has to be mended. */
  problem?: ListProblem
  /** Some numbers are not there. */
  note?: ListProblem
}

/** Which of a street's houses a list names, and which of its numbers the street does not have. */
export function countListedHouses(houses: readonly HouseNumber[], listed: ListedNumbers): ListedHouses {
  const ranges = listed.ranges?.map((range) => onStreet(houses, range)) ?? null
  const excluded = listed.excluded.map((range) => onStreet(houses, range))
  const isHit = (range: NumberRange) => houses.some((house) => isInRange(house, range))
  const missing = (ranges ?? []).filter((range) => !isHit(range))
  const count = houses.filter(
    (house) => (ranges === null || ranges.some((range) => isInRange(house, range))) && !excluded.some((range) => isInRange(house, range)),
  ).length
  const [first] = missing
  const result = { ranges, excluded, count }
  if (houses.length === 0) return { ...result, problem: { reason: 'street_without_addresses', params: {} } }
  if (first && missing.length === ranges?.length) {
    const params = { numbers: formatRanges(missing), nearest: nearestHouses(houses, first) }
    return { ...result, problem: { reason: 'street_numbers_hit_nothing', params } }
  }
  if (count === 0) return { ...result, problem: { reason: 'street_all_excluded', params: {} } }
  const unmatched = [...missing, ...excluded.filter((range) => !isHit(range))]
  if (unmatched.length === 0) return result
  return { ...result, note: { reason: 'street_numbers_missing', params: { count: unmatched.length, numbers: formatRanges(unmatched) } } }
}
