import type { Db } from '@/lib/db/client'

/** Rejects staged points outside the utility's served area, and says so where latitude and longitude were swapped. `mayExtend` lets the former pass. */
async function rejectOutside(db: Db, runId: number, mayExtend: boolean): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT s.run_id, s.line, 'lat', CASE WHEN swapped.is_inside THEN 'import_coordinates_swapped' ELSE 'import_outside_area' END
    FROM staging.address s
    JOIN utility u ON u.served_area IS NOT NULL AND NOT ST_Covers(u.served_area, ST_Point(s.lon, s.lat, 4326))
    CROSS JOIN LATERAL (SELECT ST_Covers(u.served_area, ST_Point(s.lat, s.lon, 4326)) AS is_inside) swapped
    WHERE s.run_id = ${runId}::int AND (swapped.is_inside OR NOT ${mayExtend}::boolean)
    ON CONFLICT DO NOTHING`
}

async function rejectRepeated(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT s.run_id, s.line, 'number', 'import_repeats_line', jsonb_build_object('line', first.line)
    FROM (
      SELECT municipality_key, street_key, number, suffix, min(line) AS line FROM staging.address
      WHERE run_id = ${runId}::int GROUP BY 1, 2, 3, 4 HAVING count(*) > 1
    ) first
    JOIN staging.address s USING (municipality_key, street_key, number, suffix)
    WHERE s.run_id = ${runId}::int AND s.line > first.line
    ON CONFLICT DO NOTHING`
}

/** Rejects the staged addresses that are wrong as a set: outside the served area, or repeating an earlier line. */
export async function checkAddresses(db: Db, runId: number, mayExtend: boolean): Promise<void> {
  await db.$executeRaw`ANALYZE staging.address`
  await rejectOutside(db, runId, mayExtend)
  await rejectRepeated(db, runId)
}
