import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import { audienceOf } from '@/lib/contacts/audience'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Service } from '@/lib/db/generated/enums'
import type { AffectedCounts } from './works'

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
  return row ?? { servicePoints: 0, units: 0, accounts: 0, contacts: 0 }
}

/** Whom valid areas hit together; a point in two of them counts once. */
export function countInAreas(db: Db, service: Service, areas: MultiPolygon[]): Promise<AffectedCounts> {
  const [only, ...more] = areas.map((area) => Prisma.sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(area)}), 4326)`)
  if (!only) return Promise.resolve({ servicePoints: 0, units: 0, accounts: 0, contacts: 0 })
  const geometry = more.length === 0 ? only : Prisma.sql`ST_UnaryUnion(ST_Collect(ARRAY[${Prisma.join([only, ...more])}]))`
  return countHit(
    db,
    Prisma.sql`SELECT id, units FROM service_point WHERE service = ${service}::service AND ST_Intersects(geom, ${geometry})`,
  )
}

/** Whom a version of works hits: as frozen when it was published, or for a draft as its areas lie now. */
export function countOfVersion(db: Db, worksId: number, version: number, isFrozen: boolean): Promise<AffectedCounts> {
  return countHit(
    db,
    Prisma.sql`
      SELECT DISTINCT service_point.id, service_point.units
      FROM works_part
      JOIN ${affectedPointsOf(worksId, version, isFrozen)} point ON point.part_id = works_part.id
      JOIN service_point ON service_point.id = point.service_point_id
      WHERE works_part.works_id = ${worksId} AND works_part.version = ${version}`,
  )
}

/** The affected points (part_id, service_point_id) of a version as a relation: frozen, or for a draft as its areas lie now. */
export function affectedPointsOf(worksId: number, version: number, isFrozen: boolean): Prisma.Sql {
  if (isFrozen) return Prisma.sql`affected_point`
  return Prisma.sql`(
    SELECT works_part.id AS part_id, service_point.id AS service_point_id
    FROM works
    JOIN works_part ON works_part.works_id = works.id AND works_part.version = ${version}
    JOIN service_point ON service_point.service = works.service AND ST_Intersects(service_point.geom, works_part.area)
    WHERE works.id = ${worksId}
  )`
}

/** Writes down who is affected by a version: evidence from then on. Returns how many points there are. */
export function freezeAffectedPoints(db: Db, worksId: number, version: number): Promise<number> {
  return db.$executeRaw`
    INSERT INTO affected_point (part_id, service_point_id)
    SELECT part_id, service_point_id FROM ${affectedPointsOf(worksId, version, false)} point`
}
