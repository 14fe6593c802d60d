import { PLACE_FIELDS, type Place, readPlace } from '@/lib/addresses/read-place'
import type { Db } from '@/lib/db/client'
import { Service, ServicePointKind } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import type { StagedRow } from '@/lib/imports/import-plan'
import type { ImportField } from '@/lib/imports/imports'
import { type Coordinates, readCoordinates } from '@/lib/imports/read-coordinates'
import { readOneOf } from '@/lib/imports/read-words'
import type { Row } from '@/lib/imports/row'
import { stagedColumn } from '@/lib/imports/staged-column'
import { MAX_UNITS } from './customers'

export const SERVICE_POINT_FIELDS: readonly ImportField[] = [
  { name: 'code', required: true },
  { name: 'service', required: true },
  { name: 'kind' },
  { name: 'units' },
  ...PLACE_FIELDS,
  { name: 'lat' },
  { name: 'lon' },
]

const SERVICES = Object.values(Service)
const KINDS = Object.values(ServicePointKind)

/** Null stands for what the file does not say. */
export interface StagedServicePoint extends StagedRow, Partial<Place>, Partial<Coordinates> {
  service: Service
  code: string
  kind: ServicePointKind | null
  units: number | null
}

function readUnits(row: Row): number | null {
  const text = row.filled('units')
  if (text === null) return null
  const units = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (units < 1 || units > MAX_UNITS) throw badInput('import_bad_units', 'units', { value: text, max: MAX_UNITS })
  return units
}

function readKindAndUnits(row: Row): Pick<StagedServicePoint, 'kind' | 'units'> {
  const kind = readOneOf(row, 'kind', KINDS)
  const units = readUnits(row)
  if (kind === 'individual' && (units ?? 1) > 1) throw badInput('import_units_individual', 'units')
  if (kind === 'individual') return { kind, units: 1 }
  return { kind: kind ?? (units !== null && units > 1 ? 'shared' : null), units }
}

/** The service that a row names. Throws where it names none. */
export function readService(row: Row): Service {
  const service = readOneOf(row, 'service', SERVICES)
  if (!service) throw badInput('import_value_missing', 'service')
  return service
}

/** Reads one row of a file of service points. `country` stands for rows that name none. */
export function readServicePoint(row: Row, line: number, country: string | null): StagedServicePoint {
  const code = row.required('code')
  const service = readService(row)
  const place = readPlace(row, country)
  const coordinates = readCoordinates(row)
  if (!place && !coordinates) throw badInput('import_place_missing', 'street')
  return { line, code, service, ...readKindAndUnits(row), ...place, ...coordinates }
}

/** Writes a group of rows to staging. */
export async function stageServicePoints(db: Db, runId: number, rows: readonly StagedServicePoint[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.service_point (run_id, line, service, code, kind, units, municipality_key, street_key, number, suffix, lat, lon)
    SELECT ${runId}::int, * FROM unnest(
      ${stagedColumn(rows, 'line')}::int[], ${stagedColumn(rows, 'service')}::service[], ${stagedColumn(rows, 'code')},
      ${stagedColumn(rows, 'kind')}::service_point_kind[], ${stagedColumn(rows, 'units')}::int[], ${stagedColumn(rows, 'municipalityKey')},
      ${stagedColumn(rows, 'streetKey')}, ${stagedColumn(rows, 'number')}::int[], ${stagedColumn(rows, 'suffix')},
      ${stagedColumn(rows, 'lat')}::float8[], ${stagedColumn(rows, 'lon')}::float8[])`
}
