import { placeJoins } from '@/lib/addresses/place-joins'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { ImportCounts } from '@/lib/imports/imports'
import { countStagedServicePoints } from './staged-service-points'

/** A service point that names no address belongs to the nearest one within so many metres: a meter is at or in its building. */
const NEAREST_WITHIN = 50

/** Metres of one degree of latitude, a little less than the shortest, so that the box below always holds the circle. */
const METRES_PER_DEGREE = 110_000

/** The staged rows with their address, named or nearest, and both possible points. */
async function stagedRows(db: Db, runId: number): Promise<Prisma.Sql> {
  const point = Prisma.sql`ST_SetSRID(ST_MakePoint(s.lon, s.lat), 4326)`
  const reach = Prisma.sql`${NEAREST_WITHIN / METRES_PER_DEGREE}::float8`
  return Prisma.sql`(
    SELECT s.line, s.service, s.code, s.kind, s.units, address.id AS address_id, address.geom AS address_geom, ${point} AS geom
    FROM staging.service_point s ${await placeJoins(db)}
    WHERE s.run_id = ${runId}::int AND s.street_key IS NOT NULL
    UNION ALL
    SELECT s.line, s.service, s.code, s.kind, s.units, nearest.id, nearest.geom, ${point}
    FROM staging.service_point s
    LEFT JOIN LATERAL (
      SELECT a.id, a.geom FROM address a
      WHERE a.geom && ST_Expand(${point}, ${reach} / greatest(cosd(s.lat), 0.01), ${reach})
        AND ST_DWithin(a.geom::geography, ${point}::geography, ${NEAREST_WITHIN}::float8)
      ORDER BY ST_Distance(a.geom::geography, ${point}::geography), a.id LIMIT 1
    ) nearest ON true
    WHERE s.run_id = ${runId}::int AND s.street_key IS NULL
  ) staged`
}

/** What a file does not say of a service point stays as it is; its point does while its address stays the same. */
async function updateServicePoints(db: Db, staged: Prisma.Sql): Promise<number> {
  return db.$executeRaw`
    UPDATE service_point p SET address_id = next.address_id, kind = next.kind, units = next.units, geom = next.geom
    FROM (
      SELECT p.id, staged.address_id, coalesce(staged.kind, p.kind) AS kind, coalesce(staged.units, p.units) AS units,
        coalesce(staged.geom, CASE WHEN staged.address_id = p.address_id THEN p.geom ELSE staged.address_geom END) AS geom
      FROM ${staged} JOIN service_point p USING (service, code)
    ) next
    WHERE p.id = next.id
      AND ((p.address_id, p.kind, p.units) IS DISTINCT FROM (next.address_id, next.kind, next.units)
        OR ST_AsBinary(p.geom) IS DISTINCT FROM ST_AsBinary(next.geom))`
}

async function insertServicePoints(db: Db, staged: Prisma.Sql): Promise<number> {
  return db.$executeRaw`
    INSERT INTO service_point (service, code, address_id, kind, units, geom)
    SELECT staged.service, staged.code, staged.address_id, coalesce(staged.kind, 'individual'), coalesce(staged.units, 1),
      coalesce(staged.geom, staged.address_geom)
    FROM ${staged}
    WHERE NOT EXISTS (SELECT 1 FROM service_point p WHERE (p.service, p.code) = (staged.service, staged.code))`
}

/** Brings the staged service points in. Other imports of service points wait. */
export async function mergeServicePoints(db: Db, runId: number): Promise<ImportCounts> {
  await db.$executeRaw`LOCK TABLE service_point IN SHARE ROW EXCLUSIVE MODE`
  const staged = await stagedRows(db, runId)
  const changed = await updateServicePoints(db, staged)
  const added = await insertServicePoints(db, staged)
  await db.$executeRaw`ANALYZE service_point`
  return { new: added, changed, unchanged: (await countStagedServicePoints(db, runId)) - added - changed }
}
