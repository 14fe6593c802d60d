import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service, WorksState } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import { drawOutlines } from './selection/draw-outlines'
import type { StoredWindow, WorksPart, WorksWindow } from './works'

const reference = z.array(z.object({ reference: z.string() })).length(1)

/** The next free reference, as W-2026-0042. */
export async function nextReference(db: Db, now: Date): Promise<string> {
  const rows = await db.$queryRaw`
    SELECT 'W-' || ${now.getUTCFullYear()}::text || '-' || lpad(nextval('works_reference_seq')::text, 4, '0') AS reference`
  return reference.parse(rows)[0]?.reference ?? ''
}

/** There are no such works, or not for this reader. */
export function worksNotFound(reference: string): AppError {
  return new AppError('not_found', { reason: 'works_not_found', field: 'reference', params: { reference: reference.slice(0, 40) } })
}

export interface LockedWorks {
  id: number
  reference: string
  service: Service
  state: WorksState
  version: number
  publishedAt: Date | null
  revision: number
  createdBy: string
  changedBy: string | null
  changedAt: Date | null
  /** What somebody typed so far: see WorksDraft. */
  draft: unknown
}

const locked = z.array(
  z.object({
    id: z.number(),
    reference: z.string(),
    service: z.enum(['water', 'heat', 'power', 'gas']),
    state: z.enum(['draft', 'in_approval', 'published', 'running', 'ended', 'cancelled']),
    version: z.number(),
    publishedAt: z.date().nullable(),
    revision: z.number(),
    createdBy: z.string(),
    changedBy: z.string().nullable(),
    changedAt: z.date().nullable(),
    draft: z.unknown(),
  }),
)

/** The works, held against other writers until the transaction ends. Throws `not_found`. */
export async function getWorksForUpdate(db: Db, wanted: string): Promise<LockedWorks> {
  const rows = await db.$queryRaw`
    SELECT id, reference, service::text, state::text, version, published_at AS "publishedAt",
           revision, created_by AS "createdBy", changed_by AS "changedBy", changed_at AS "changedAt", draft
    FROM works WHERE reference = ${wanted} FOR UPDATE`
  const [row] = locked.parse(rows)
  if (!row) throw worksNotFound(wanted)
  return row
}

const FACTS = {
  id: true,
  reference: true,
  service: true,
  state: true,
  version: true,
  publishedAt: true,
  revision: true,
  draft: true,
} as const

/** Works as they stand, without holding them; `isFrozen` says whether who is affected is evidence already. Throws `not_found`. */
export async function getWorks(db: Db, wanted: string) {
  const works = await db.works.findUnique({ where: { reference: wanted }, select: FACTS })
  if (!works) throw worksNotFound(wanted)
  return { ...works, isFrozen: works.publishedAt !== null }
}

/** Writes the parts of one version with what they select, and their windows. */
export async function insertParts(db: Db, worksId: number, version: number, parts: WorksPart[]): Promise<void> {
  for (const [position, { said, selection, windows }] of parts.entries()) {
    const { area, ...resolved } = selection
    const drawn = area && JSON.stringify(area)
    await db.$executeRaw`
      WITH part AS (
        INSERT INTO works_part (works_id, version, position, selection, area)
        VALUES (${worksId}, ${version}, ${position}, ${JSON.stringify({ said, resolved })}::jsonb, ST_SetSRID(ST_GeomFromGeoJSON(${drawn}::text), 4326))
        RETURNING id
      )
      INSERT INTO works_window (part_id, starts_at, ends_at)
      SELECT part.id, span.starts_at, span.ends_at
      FROM part, unnest(${windows.map((window) => window.start)}::timestamptz[], ${windows.map((window) => window.end)}::timestamptz[])
             AS span (starts_at, ends_at)`
  }
  await drawOutlines(db, worksId, version)
}

/** Takes the parts of a draft's version out, to be written anew. */
export async function deleteParts(db: Db, worksId: number, version: number): Promise<void> {
  await db.worksWindow.deleteMany({ where: { part: { worksId, version } } })
  await db.worksPart.deleteMany({ where: { worksId, version } })
}

/** Writes the version after `version`: the same areas, each with its windows of `windowsByPart`, in the order of the parts. */
export async function copyParts(db: Db, worksId: number, version: number, windowsByPart: WorksWindow[][]): Promise<void> {
  const windows = windowsByPart.flatMap((part, position) => part.map(({ start, end }) => ({ position, start, end })))
  await db.$executeRaw`
    WITH part AS (
      INSERT INTO works_part (works_id, version, position, selection, area, outline)
      SELECT works_id, version + 1, position, selection, area, outline FROM works_part WHERE works_id = ${worksId} AND version = ${version}
      RETURNING id, position
    )
    INSERT INTO works_window (part_id, starts_at, ends_at)
    SELECT part.id, span.starts_at, span.ends_at
    FROM unnest(${windows.map(({ position }) => position)}::int[], ${windows.map(({ start }) => start)}::timestamptz[],
           ${windows.map(({ end }) => end)}::timestamptz[]) AS span (position, starts_at, ends_at)
    JOIN part USING (position)`
}

/** The windows of a version, part by part, each in order. */
export async function findWindowsByPart(db: Db, worksId: number, version: number): Promise<StoredWindow[][]> {
  const parts = await db.worksPart.findMany({
    where: { worksId, version },
    orderBy: { position: 'asc' },
    select: { windows: { orderBy: { startsAt: 'asc' }, select: { id: true, startsAt: true, endsAt: true } } },
  })
  return parts.map((part) => part.windows.map(({ id, startsAt, endsAt }) => ({ id, start: startsAt, end: endsAt })))
}

/** The part of each window of a version. */
export async function findPartIds(db: Db, worksId: number, version: number): Promise<Map<number, number>> {
  const windows = await db.worksWindow.findMany({ where: { part: { worksId, version } }, select: { id: true, partId: true } })
  return new Map(windows.map(({ id, partId }) => [id, partId]))
}

const areas = z.array(z.object({ position: z.number(), area: z.string().nullable() }))

/** What is shown of a version on a map, in the order of its parts. */
export async function findAreas(db: Db, worksId: number, version: number): Promise<Array<MultiPolygon | null>> {
  const rows = await db.$queryRaw`
    SELECT position, ST_AsGeoJSON(outline, 7) AS area FROM works_part WHERE works_id = ${worksId} AND version = ${version} ORDER BY position`
  return areas.parse(rows).map((row) => (row.area ? (JSON.parse(row.area) as MultiPolygon) : null))
}
