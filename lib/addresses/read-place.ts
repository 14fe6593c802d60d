import { badInput } from '@/lib/errors'
import type { ImportField } from '@/lib/imports/imports'
import type { Row } from '@/lib/imports/row'
import { canonicalSuffix, type HouseNumber, splitHouseNumber } from './house-number'
import { municipalityKey, streetKey } from './place-key'

/** The fields with which rows of any kind name an address. */
export const PLACE_FIELDS: readonly ImportField[] = [
  { name: 'country' },
  { name: 'municipality' },
  { name: 'street_type' },
  { name: 'street' },
  { name: 'number' },
  { name: 'suffix' },
]

export interface Place extends HouseNumber {
  municipalityKey: string
  streetKey: string
}

/** A row's house number: from `number` and `suffix`, or from `number` alone ("12/A"). Throws where it is none. */
export function readHouseNumber(row: Row): HouseNumber {
  const text = row.required('number')
  const house = splitHouseNumber(text)
  const suffix = canonicalSuffix(row.filled('suffix') ?? '')
  if (!house || (house.suffix && suffix && house.suffix !== suffix)) throw badInput('import_bad_house_number', 'number', { value: text })
  return { number: house.number, suffix: suffix || house.suffix }
}

/** A row's country: its own, or the utility's. */
export function readCountry(row: Row, ofUtility: string | null): string {
  return row.filled('country') ?? ofUtility ?? row.required('country')
}

/** The address that a row names, or null where it names none. Throws where it names half of one. */
export function readPlace(row: Row, country: string | null): Place | null {
  if (row.filled('street') === null && row.filled('number') === null) return null
  const municipality = row.required('municipality')
  const label = `${row.text('street_type') ?? ''} ${row.required('street')}`
  return { municipalityKey: municipalityKey(readCountry(row, country), municipality), streetKey: streetKey(label), ...readHouseNumber(row) }
}
