import { PLACE_FIELDS, type PlaceReader } from '@/lib/addresses/read-place'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Priority, Service, ServicePointKind } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import type { StagedRow } from '@/lib/imports/import-plan'
import type { ImportField } from '@/lib/imports/imports'
import { readCoordinates } from '@/lib/imports/read-coordinates'
import { readOneOf } from '@/lib/imports/read-words'
import type { Row } from '@/lib/imports/row'
import { stagedPlain, stagedTexts } from '@/lib/imports/staged-columns'
import { MAX_UNITS } from './customers'

export const SERVICE_POINT_FIELDS: readonly ImportField[] = [
  { name: 'code', required: true },
  { name: 'service', required: true },
  { name: 'kind' },
  { name: 'units' },
  ...PLACE_FIELDS,
  { name: 'lat' },
  { name: 'lon' },
  { name: 'node' },
  { name: 'link' },
  { name: 'priority' },
]

const SERVICES = Object.values(Service)
const KINDS = Object.values(ServicePointKind)
/** `none` takes the flag away again. */
const PRIORITIES = [...Object.values(Priority), 'none'] as const

/** Null stands for what the file does not say. */
export interface StagedServicePoint extends StagedRow {
  service: Service
  code: string
  kind: ServicePointKind | null
  units: number | null
  streetId: number | null
  number: number | null
  suffix: string | null
  lat: number | null
  lon: number | null
  /** What it hangs on in its service's network, whether that was imported yet or not. */
  nodeCode: string | null
  linkCode: string | null
  priority: Priority | 'none' | null
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

/** Reads one row of a file of service points. */
export function readServicePoint(row: Row, line: number, places: PlaceReader): StagedServicePoint {
  const code = row.required('code')
  const service = readService(row)
  const place = places.read(row)
  const coordinates = readCoordinates(row)
  if (!place && !coordinates) throw badInput('import_place_missing', 'street')
  const { kind, units } = readKindAndUnits(row)
  return {
    line,
    service,
    code,
    kind,
    units,
    streetId: place?.streetId ?? null,
    number: place?.number ?? null,
    suffix: place?.suffix ?? null,
    lat: coordinates?.lat ?? null,
    lon: coordinates?.lon ?? null,
    nodeCode: row.filled('node'),
    linkCode: row.filled('link'),
    priority: readOneOf(row, 'priority', PRIORITIES),
  }
}

/** Few files name nodes, links or priority customers: nothing is sent where none does. */
function stagedIfAny(rows: readonly StagedServicePoint[], column: 'nodeCode' | 'linkCode' | 'priority'): Prisma.Sql {
  return rows.some((row) => row[column] !== null) ? Prisma.sql`unnest(${stagedTexts(rows, column)})` : Prisma.sql`NULL::text`
}

/**
 * Writes a group of rows to staging, with the address of each, and rejects those at an unknown number or outside the served area. What can be judged
 * row by row is judged here, since the database has time for it while the next group is read. Addresses are found one by one through their key: to
 * read all of them for each group would be dearer.
 */
export async function stageServicePoints(db: Db, runId: number, rows: readonly StagedServicePoint[]): Promise<void> {
  await db.$executeRaw`
    WITH staged AS (
      INSERT INTO staging.service_point (run_id, line, service, code, kind, units, street_id, address_id, lat, lon, node_code, link_code, priority)
      SELECT ${runId}::int, r.line, r.service, r.code, r.kind, r.units, r.street_id,
        (SELECT a.id FROM address a WHERE (a.street_id, a.number, a.suffix) = (r.street_id, r.number, r.suffix)), r.lat, r.lon,
        r.node_code, r.link_code, r.priority
      FROM (
        SELECT unnest(${stagedPlain(rows, 'line')}::int[]) AS line, unnest(${stagedPlain(rows, 'service')}::service[]) AS service,
          unnest(${stagedTexts(rows, 'code')}) AS code, unnest(${stagedPlain(rows, 'kind')}::service_point_kind[]) AS kind,
          unnest(${stagedPlain(rows, 'units')}::int[]) AS units, unnest(${stagedPlain(rows, 'streetId')}::int[]) AS street_id,
          unnest(${stagedPlain(rows, 'number')}::int[]) AS number, unnest(${stagedTexts(rows, 'suffix')}) AS suffix,
          unnest(${stagedPlain(rows, 'lat')}::float8[]) AS lat, unnest(${stagedPlain(rows, 'lon')}::float8[]) AS lon,
          ${stagedIfAny(rows, 'nodeCode')} AS node_code, ${stagedIfAny(rows, 'linkCode')} AS link_code,
          ${stagedIfAny(rows, 'priority')} AS priority
      ) r
      RETURNING line, street_id IS NOT NULL AND address_id IS NULL AS has_unknown_number, lat, lon
    )
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT ${runId}::int, staged.line, CASE WHEN staged.has_unknown_number THEN 'number' ELSE 'lat' END,
      CASE WHEN staged.has_unknown_number THEN 'import_unknown_number'
           WHEN ST_Covers(u.served_area, ST_Point(staged.lat, staged.lon, 4326)) THEN 'import_coordinates_swapped'
           ELSE 'import_outside_area' END
    FROM staged
    LEFT JOIN utility u ON u.id = 1
    WHERE staged.has_unknown_number OR NOT ST_Covers(u.served_area, ST_Point(staged.lon, staged.lat, 4326))`
}
