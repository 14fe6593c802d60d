import type { Db } from '@/lib/db/client'

/** So far beyond the outermost imported address the served area reaches, in metres: new houses at the edge are served too. */
const MARGIN = 1000

/** Widens the utility's served area to hold the staged addresses: their hull with a margin is added to it. */
export async function extendServedArea(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    UPDATE utility u
    SET served_area = ST_Multi(ST_CollectionExtract(ST_Union(coalesce(u.served_area, hull.area), hull.area), 3)), updated_at = now()
    FROM (
      SELECT ST_Buffer(ST_ConvexHull(ST_Collect(ST_Point(lon, lat, 4326)))::geography, ${MARGIN}::float8)::geometry AS area
      FROM staging.address WHERE run_id = ${runId}::int
    ) hull
    WHERE u.id = 1 AND hull.area IS NOT NULL`
}
