import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { affectedPointsOf } from '@/lib/works/affected-queries'

/** Points nearer to each other than twice this grow together, in metres of the web map at the equator. */
const REACH = 55
/** How far the outline stays from a point that stands alone: REACH less this. */
const SHRINK = 35
/** Points are joined on a grid of this many degrees where there are more than MANY, so that a town does not take seconds. */
const CELL = 0.0005
const MANY = 2_000

/** The points of a part that nothing drawn or named covers, each place once. */
function uncovered(points: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT point.part_id, service_point.geom
    FROM ${points} point
    JOIN works_part ON works_part.id = point.part_id
    JOIN service_point ON service_point.id = point.service_point_id
    WHERE NOT coalesce(ST_Intersects(service_point.geom, works_part.area), false)
      AND NOT EXISTS (
        SELECT FROM boundary
        WHERE works_part.selection->'resolved'->'places' @> to_jsonb(boundary.id) AND ST_Intersects(service_point.geom, boundary.geom)
      )`
}

/**
 * Draws what is shown of each part of a version: the drawn area, the places that it names, and a band around the points beside them that
 * streets, traces and single points bring in.
 */
export async function drawOutlines(db: Db, worksId: number, version: number): Promise<void> {
  const points = await affectedPointsOf(db, worksId, version, false)
  await db.$executeRaw`
    WITH beside AS MATERIALIZED (${uncovered(points)}), place AS (
      SELECT DISTINCT beside.part_id, CASE WHEN many.are THEN ST_SnapToGrid(geom, ${CELL}::float8) ELSE geom END AS geom
      FROM beside, (SELECT count(*) > ${MANY} AS are FROM beside) many
    ), band AS (
      SELECT part_id, ST_Transform(ST_Buffer(ST_Buffer(ST_Transform(ST_Collect(geom), 3857), ${REACH}::float8, 4), -${SHRINK}::float8, 4), 4326) AS geom
      FROM place GROUP BY part_id
    ), shape AS (
      SELECT id AS part_id, area AS geom FROM works_part WHERE works_id = ${worksId} AND version = ${version}
      UNION ALL
      SELECT works_part.id, boundary.geom
      FROM works_part JOIN boundary ON works_part.selection->'resolved'->'places' @> to_jsonb(boundary.id)
      WHERE works_id = ${worksId} AND version = ${version}
      UNION ALL
      SELECT part_id, geom FROM band
    ), outline AS (
      SELECT part_id, ST_Multi(ST_CollectionExtract(ST_UnaryUnion(ST_Collect(geom)), 3)) AS geom FROM shape WHERE geom IS NOT NULL GROUP BY part_id
    )
    UPDATE works_part SET outline = outline.geom FROM outline WHERE works_part.id = outline.part_id AND NOT ST_IsEmpty(outline.geom)`
}
