import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { ImportCounts } from '@/lib/imports/imports'
import { tieNewServicePoints } from '@/lib/network/tie-service-points'
import { fillServicePoints } from './fill-service-points'

/** A service point that names no address belongs to the nearest one within so many metres: a meter is at or in its building. */
const NEAREST_WITHIN = 50

/** Metres of one degree of latitude, a little less than the shortest, so that the box below always holds the circle. */
const METRES_PER_DEGREE = 110_000

const POINT = Prisma.sql`ST_Point(s.lon, s.lat, 4326)`
const REACH = Prisma.sql`${NEAREST_WITHIN / METRES_PER_DEGREE}::float8`

/** Gives the staged rows that name no address the nearest one. */
async function findNearestAddresses(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    UPDATE staging.service_point s SET address_id = (
      SELECT a.id FROM address a
      WHERE a.geom && ST_Expand(${POINT}, ${REACH} / greatest(cosd(s.lat), 0.01), ${REACH})
        AND ST_DWithin(a.geom::geography, ${POINT}::geography, ${NEAREST_WITHIN}::float8)
      ORDER BY ST_Distance(a.geom::geography, ${POINT}::geography), a.id LIMIT 1
    )
    WHERE s.run_id = ${runId}::int AND s.street_id IS NULL`
}

/**
 * What a file does not say of a service point stays as it is; its point does while its address stays the same. One that moved or hangs on something else
 * loses its segment, to be tied again.
 */
async function updateServicePoints(db: Db, runId: number): Promise<number> {
  return db.$executeRaw`
    UPDATE service_point p SET address_id = next.address_id, kind = next.kind, units = next.units, geom = next.geom,
      node_code = next.node_code, link_code = next.link_code, priority = next.priority,
      segment = CASE WHEN ST_AsBinary(p.geom) = ST_AsBinary(next.geom) AND (p.node_code, p.link_code) IS NOT DISTINCT FROM (next.node_code, next.link_code)
        THEN p.segment END
    FROM (
      SELECT p.id, s.address_id, coalesce(s.kind, p.kind) AS kind, coalesce(s.units, p.units) AS units,
        coalesce(s.node_code, p.node_code) AS node_code, coalesce(s.link_code, p.link_code) AS link_code,
        CASE WHEN s.priority IS NULL THEN p.priority ELSE nullif(s.priority, 'none')::priority END AS priority,
        coalesce(${POINT}, CASE WHEN s.address_id = p.address_id THEN p.geom ELSE a.geom END) AS geom
      FROM staging.service_point s
      JOIN service_point p USING (service, code)
      LEFT JOIN address a ON a.id = s.address_id AND s.lat IS NULL
      WHERE s.run_id = ${runId}::int
    ) next
    WHERE p.id = next.id
      AND ((p.address_id, p.kind, p.units, p.node_code, p.link_code, p.priority)
          IS DISTINCT FROM (next.address_id, next.kind, next.units, next.node_code, next.link_code, next.priority)
        OR ST_AsBinary(p.geom) IS DISTINCT FROM ST_AsBinary(next.geom))`
}

/** The order makes the database finish looking for what is missing before it inserts: otherwise it may look through its own growing table. */
async function insertServicePoints(db: Db, runId: number): Promise<number> {
  return db.$executeRaw`
    INSERT INTO service_point (service, code, address_id, kind, units, node_code, link_code, priority, geom)
    SELECT s.service, s.code, s.address_id, coalesce(s.kind, 'individual'), coalesce(s.units, 1), s.node_code, s.link_code,
      nullif(s.priority, 'none')::priority,
      coalesce(${POINT}, (SELECT a.geom FROM address a WHERE a.id = s.address_id))
    FROM staging.service_point s
    WHERE s.run_id = ${runId}::int
      AND NOT EXISTS (SELECT 1 FROM service_point p WHERE (p.service, p.code) = (s.service, s.code))
    ORDER BY s.line`
}

async function isEmpty(db: Db): Promise<boolean> {
  return (await db.servicePoint.findFirst({ select: { id: true } })) === null
}

/** Brings the staged service points in, and gives those that are new or moved their segment of the network. Other imports of service points wait. */
export async function mergeServicePoints(db: Db, runId: number, count: number): Promise<ImportCounts> {
  await db.$executeRaw`LOCK TABLE service_point IN SHARE ROW EXCLUSIVE MODE`
  await findNearestAddresses(db, runId)
  const isFirst = await isEmpty(db)
  if (!isFirst) await db.$executeRaw`ANALYZE staging.service_point`
  const changed = isFirst ? 0 : await updateServicePoints(db, runId)
  const added = isFirst ? await fillServicePoints(db, runId) : await insertServicePoints(db, runId)
  await db.$executeRaw`ANALYZE service_point`
  if (!isFirst) await tieNewServicePoints(db)
  return { new: added, changed, unchanged: count - added - changed }
}
