import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import type { StagedRow } from '@/lib/imports/import-plan'
import type { ImportField } from '@/lib/imports/imports'
import { readCoordinates } from '@/lib/imports/read-coordinates'
import type { Row } from '@/lib/imports/row'
import { stagedPlain, stagedTexts } from '@/lib/imports/staged-columns'
import { municipalityKey, streetKey } from './place-key'
import { readCountry, readHouseNumber } from './read-place'

export const ADDRESS_FIELDS: readonly ImportField[] = [
  { name: 'country' },
  { name: 'municipality', required: true },
  { name: 'street_type' },
  { name: 'street', required: true },
  { name: 'number', required: true },
  { name: 'suffix' },
  { name: 'postcode' },
  { name: 'district' },
  { name: 'lat', required: true },
  { name: 'lon', required: true },
]

export interface StagedAddress extends StagedRow {
  country: string
  municipality: string
  municipalityKey: string
  streetType: string
  street: string
  streetKey: string
  number: number
  suffix: string
  postcode: string | null
  district: string | null
  lat: number
  lon: number
}

/** Reads one row of an address file. `country` stands for rows that name none. */
export function readAddress(row: Row, line: number, country: string | null): StagedAddress {
  const rowCountry = readCountry(row, country).toUpperCase()
  const municipality = row.required('municipality')
  const streetType = row.text('street_type') ?? ''
  const street = row.required('street')
  const house = readHouseNumber(row)
  const coordinates = readCoordinates(row)
  if (!coordinates) throw badInput('import_value_missing', 'lat')
  return {
    line,
    country: rowCountry,
    municipality,
    municipalityKey: municipalityKey(rowCountry, municipality),
    streetType,
    street,
    streetKey: streetKey(`${streetType} ${street}`),
    ...house,
    postcode: row.text('postcode'),
    district: row.text('district'),
    ...coordinates,
  }
}

/** Writes a group of rows to staging. */
export async function stageAddresses(db: Db, runId: number, rows: readonly StagedAddress[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.address (run_id, line, country, municipality, municipality_key, street_type, street, street_key, number, suffix, postcode,
      district, lat, lon)
    SELECT ${runId}::int, * FROM unnest(
      ${stagedPlain(rows, 'line')}::int[], ${stagedTexts(rows, 'country')}, ${stagedTexts(rows, 'municipality')},
      ${stagedTexts(rows, 'municipalityKey')}, ${stagedTexts(rows, 'streetType')}, ${stagedTexts(rows, 'street')},
      ${stagedTexts(rows, 'streetKey')}, ${stagedPlain(rows, 'number')}::int[], ${stagedTexts(rows, 'suffix')},
      ${stagedTexts(rows, 'postcode')}, ${stagedTexts(rows, 'district')}, ${stagedPlain(rows, 'lat')}::float8[],
      ${stagedPlain(rows, 'lon')}::float8[])`
}
