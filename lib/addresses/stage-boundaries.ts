import { type Db, database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { BoundaryKind, Service } from '@/lib/db/generated/enums'
import { AppError, badInput } from '@/lib/errors'
import type { StagedRow } from '@/lib/imports/import-plan'
import type { ImportField } from '@/lib/imports/imports'
import { readOneOf } from '@/lib/imports/read-words'
import type { Row } from '@/lib/imports/row'
import { stagedPlain, stagedTexts } from '@/lib/imports/staged-columns'
import { normaliseStreet } from './normalise-street'
import { GEOMETRY } from './open-boundary-file'
import { municipalityKey } from './place-key'
import { readOutline } from './read-outline'

/** WGS84, in which everything is stored. */
const WGS84 = 4326

export interface BoundaryFormat {
  kind: BoundaryKind
  /** EPSG code of the file's coordinates. */
  crs: number
  /** The utility's: municipalities are known by country and name. */
  country: string
}

export interface StagedBoundary extends StagedRow {
  kind: BoundaryKind
  service: Service | null
  code: string
  name: string
  municipalityKey: string | null
  geometry: string
}

/** Only a zone is part of one service's network; a municipality is in none other. */
export function boundaryFields(kind: BoundaryKind): ImportField[] {
  return [
    { name: 'name', required: true },
    { name: 'code' },
    ...(kind === 'zone' ? [{ name: 'service', required: true } as const] : []),
    ...(kind === 'municipality' ? [] : [{ name: 'municipality' }]),
    { name: GEOMETRY, required: true },
  ]
}

/** Reads one feature. One without a code is known by its name, and its municipality's. */
export function readBoundary(row: Row, line: number, { kind, crs, country }: BoundaryFormat): StagedBoundary {
  const name = row.required('name')
  const municipality = kind === 'municipality' ? name : row.filled('municipality')
  const place = kind === 'municipality' || municipality === null ? '' : `${normaliseStreet(municipality)}: `
  const code = row.filled('code') ?? `${place}${normaliseStreet(name)}`
  if (kind === 'zone') row.required('service')
  const service = kind === 'zone' ? readOneOf(row, 'service', ['water', 'heat', 'power', 'gas'] as const) : null
  const geometry = readOutline(row.whole(GEOMETRY), crs === WGS84)
  return {
    line,
    kind,
    service,
    code,
    name,
    municipalityKey: municipality === null ? null : municipalityKey(country, municipality),
    geometry,
  }
}

/** Throws `bad_input` where the database does not know the coordinate system. */
export async function requireKnownCrs(crs: number): Promise<void> {
  const known = await database().$queryRaw<unknown[]>`SELECT srid FROM spatial_ref_sys WHERE srid = ${crs}::int`
  if (known.length === 0) throw badInput('network_unknown_crs', 'crs', { crs })
}

/** Writes a group of rows to staging, their outlines in WGS84. Throws `bad_input` where the coordinates are none of the system `crs`. */
export async function stageBoundaries(db: Db, runId: number, rows: readonly StagedBoundary[], crs: number): Promise<void> {
  const outline = Prisma.sql`ST_SetSRID(ST_Multi(ST_Force2D(ST_GeomFromGeoJSON(geometry))), ${crs}::int)`
  const inDegrees = crs === WGS84 ? outline : Prisma.sql`ST_Transform(${outline}, ${WGS84}::int)`
  try {
    await db.$executeRaw`
      INSERT INTO staging.boundary (run_id, line, kind, service, code, name, municipality_key, geom)
      SELECT ${runId}::int, line, kind, service, code, name, municipality_key, ${inDegrees}
      FROM unnest(
        ${stagedPlain(rows, 'line')}::int[], ${stagedPlain(rows, 'kind')}::boundary_kind[], ${stagedPlain(rows, 'service')}::service[],
        ${stagedTexts(rows, 'code')}, ${stagedTexts(rows, 'name')}, ${stagedTexts(rows, 'municipalityKey')}, ${stagedTexts(rows, 'geometry')}
      ) AS row (line, kind, service, code, name, municipality_key, geometry)`
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error) || !/transform|proj/i.test(error.message)) throw error
    throw badInput('network_wrong_crs', 'crs', { crs })
  }
}
