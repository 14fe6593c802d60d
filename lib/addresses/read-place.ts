import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import type { ImportField } from '@/lib/imports/imports'
import type { Row } from '@/lib/imports/row'
import { canonicalSuffix, type HouseNumber, splitHouseNumber } from './house-number'
import { loadPlaces, type PlaceIndex, streetOfKey } from './place-index'
import { municipalityKey } from './place-key'

/** The fields with which rows of any kind name an address. */
export const PLACE_FIELDS: readonly ImportField[] = [
  { name: 'country' },
  { name: 'municipality' },
  { name: 'street_type' },
  { name: 'street' },
  { name: 'number' },
  { name: 'suffix' },
]

/** An address as a row names it: its street is known, its number has yet to be looked for. */
export interface Place extends HouseNumber {
  streetId: number
}

/** A row's house number: from `number` and `suffix`, or from `number` alone ("12/A"). Throws where it is none. */
export function readHouseNumber(row: Row): HouseNumber {
  return readHouse(row, row.required('number'))
}

function readHouse(row: Row, text: string): HouseNumber {
  const house = splitHouseNumber(text)
  const suffix = canonicalSuffix(row.filled('suffix') ?? '')
  if (!house || (house.suffix && suffix && house.suffix !== suffix)) throw badInput('import_bad_house_number', 'number', { value: text })
  return { number: house.number, suffix: suffix || house.suffix }
}

/** A row's country: its own, or the utility's. */
export function readCountry(row: Row, ofUtility: string | null): string {
  return row.filled('country') ?? ofUtility ?? row.required('country')
}

/**
 * Reads the addresses that rows name, on streets that are known. `country` stands for rows that name none. Rows of one street mostly follow each
 * other, so the last street is kept at hand.
 */
export class PlaceReader {
  private last = { country: '', municipality: '', type: '', street: '', id: 0 }

  constructor(
    private readonly places: PlaceIndex,
    private readonly country: string | null,
  ) {}

  /** The address of a row, or null where it names none. Throws where it names half of one or a street that is not known. */
  read(row: Row): Place | null {
    const street = row.filled('street')
    const house = row.filled('number')
    if (street === null && house === null) return null
    if (street === null || house === null) throw badInput('import_value_missing', street === null ? 'street' : 'number')
    const { number, suffix } = readHouse(row, house)
    return { streetId: this.findStreet(row, street), number, suffix }
  }

  private findStreet(row: Row, street: string): number {
    const country = readCountry(row, this.country)
    const municipality = row.required('municipality')
    const type = row.text('street_type') ?? ''
    const { last } = this
    if (last.street === street && last.type === type && last.municipality === municipality && last.country === country) return last.id
    const municipalityId = this.places.municipalities.get(municipalityKey(country, municipality))
    if (municipalityId === undefined) throw badInput('import_unknown_municipality', 'municipality')
    const id = this.places.streets.get(streetOfKey(municipalityId, `${type} ${street}`))
    if (id === undefined) throw badInput('import_unknown_street', 'street')
    this.last = { country, municipality, type, street, id }
    return id
  }
}

/** A reader of the streets that are known now, for the utility's country. */
export async function openPlaceReader(db: Db): Promise<PlaceReader> {
  const utility = await db.utility.findUnique({ where: { id: 1 }, select: { country: true } })
  return new PlaceReader(await loadPlaces(db), utility?.country ?? null)
}
