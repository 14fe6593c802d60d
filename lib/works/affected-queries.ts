import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import { audienceOf } from '@/lib/contacts/audience'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Service } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import { traceNetwork } from '@/lib/network/trace-network'
import { selectedPoints } from './selection/selected-points'
import type { ResolvedSelection, StoredSelection } from './selection/selection'
import type { AffectedCounts } from './works'

const NOBODY: AffectedCounts = { servicePoints: 0, units: 0, accounts: 0, contacts: 0 }

/** Of a part that was only drawn. */
const NOTHING: Omit<ResolvedSelection, 'area'> = {
  streets: [],
  places: [],
  exceptStreets: [],
  exceptPlaces: [],
  segments: [],
  add: [],
  remove: [],
}

const counted = z
  .array(
    z.object({
      servicePoints: z.coerce.number(),
      units: z.coerce.number(),
      accounts: z.coerce.number(),
      contacts: z.coerce.number(),
    }),
  )
  .length(1)

/** Counts what hangs on the service points of `hit`, a query that yields `id` and `units` once for each. */
async function countHit(db: Db, hit: Prisma.Sql): Promise<AffectedCounts> {
  const rows = await db.$queryRaw`
    WITH hit AS MATERIALIZED (${hit})
    SELECT (SELECT count(*) FROM hit) AS "servicePoints",
           (SELECT coalesce(sum(units), 0) FROM hit) AS units,
           (SELECT count(*) FROM account JOIN hit ON hit.id = account.service_point_id WHERE account.active) AS accounts,
           (SELECT count(*) FROM (${audienceOf(Prisma.sql`hit`)}) audience) AS contacts`
  const [row] = counted.parse(rows)
  return row ?? NOBODY
}

const asGeometry = (area: MultiPolygon) => Prisma.sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(area)}), 4326)`

/** The points of selections together as a query that yields `id` and `units`; a point in two of them once. Null where there are none. */
export function pointsOfSelections(service: Service, selections: ResolvedSelection[]): Prisma.Sql | null {
  const queries = selections.map((selection) => selectedPoints({ service, selection, area: selection.area && asGeometry(selection.area) }))
  return queries.length > 0 ? Prisma.join(queries, ' UNION ') : null
}

/** Whom selections hit together. */
export function countInSelections(db: Db, service: Service, selections: ResolvedSelection[]): Promise<AffectedCounts> {
  const points = pointsOfSelections(service, selections)
  return points ? countHit(db, points) : Promise.resolve(NOBODY)
}

/** Whom a version of works hits: as frozen when it was published, or for a draft as the network and the addresses are now. */
export async function countOfVersion(db: Db, worksId: number, version: number, isFrozen: boolean): Promise<AffectedCounts> {
  const points = await affectedPointsOf(db, worksId, version, isFrozen)
  return countHit(
    db,
    Prisma.sql`
      SELECT DISTINCT service_point.id, service_point.units
      FROM works_part
      JOIN ${points} point ON point.part_id = works_part.id
      JOIN service_point ON service_point.id = point.service_point_id
      WHERE works_part.works_id = ${worksId} AND works_part.version = ${version}`,
  )
}

const storedParts = z.array(
  z.object({
    id: z.number(),
    service: z.enum(['water', 'heat', 'power', 'gas']),
    hasArea: z.boolean(),
    selection: z.custom<StoredSelection>((value) => typeof value === 'object' && value !== null),
  }),
)

/** A draft's selection with the segments that its links isolate in the network of now; none where the network has lost one of them. */
async function asOfNow(db: Db, service: Service, { said, resolved = NOTHING }: StoredSelection): Promise<Omit<ResolvedSelection, 'area'>> {
  if (!said || said.links.length === 0) return resolved
  try {
    return { ...resolved, segments: (await traceNetwork(db, service, said)).ranges }
  } catch (error) {
    if (error instanceof AppError) return { ...resolved, segments: [] }
    throw error
  }
}

/**
 * The affected points (part_id, service_point_id) of a version as a relation: frozen, or for a draft as what it selects lies now.
 * `from`: a query of service points, where only these are asked for.
 */
export async function affectedPointsOf(
  db: Db,
  worksId: number,
  version: number,
  isFrozen: boolean,
  from?: Prisma.Sql,
): Promise<Prisma.Sql> {
  if (isFrozen) return Prisma.sql`affected_point`
  const rows = await db.$queryRaw`
    SELECT works_part.id, works.service::text AS service, works_part.area IS NOT NULL AS "hasArea", works_part.selection
    FROM works JOIN works_part ON works_part.works_id = works.id AND works_part.version = ${version}
    WHERE works.id = ${worksId} ORDER BY works_part.position`
  const parts: Prisma.Sql[] = []
  for (const { id, service, hasArea, selection } of storedParts.parse(rows)) {
    const area = hasArea ? Prisma.sql`(SELECT area FROM works_part WHERE works_part.id = ${id})` : null
    const points = selectedPoints({ service, selection: await asOfNow(db, service, selection), area, ...(from && { from }) })
    parts.push(Prisma.sql`SELECT ${id}::int AS part_id, hit.id AS service_point_id FROM (${points}) hit`)
  }
  return parts.length > 0
    ? Prisma.sql`(${Prisma.join(parts, ' UNION ALL ')})`
    : Prisma.sql`(SELECT NULL::int AS part_id, NULL::int AS service_point_id WHERE false)`
}

/** Writes down who is affected by a version: evidence from then on. Returns how many points there are. */
export async function freezeAffectedPoints(db: Db, worksId: number, version: number): Promise<number> {
  const points = await affectedPointsOf(db, worksId, version, false)
  return db.$executeRaw`INSERT INTO affected_point (part_id, service_point_id) SELECT part_id, service_point_id FROM ${points} point`
}
