import { placeJoins, UNKNOWN_PLACE } from '@/lib/addresses/place-joins'
import type { Db } from '@/lib/db/client'

async function rejectOutside(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT s.run_id, s.line, 'lat',
      CASE WHEN ST_Covers(u.served_area, ST_SetSRID(ST_MakePoint(s.lat, s.lon), 4326)) THEN 'import_coordinates_swapped'
           ELSE 'import_outside_area' END
    FROM staging.service_point s
    JOIN utility u ON u.served_area IS NOT NULL AND NOT ST_Covers(u.served_area, ST_SetSRID(ST_MakePoint(s.lon, s.lat), 4326))
    WHERE s.run_id = ${runId}::int AND s.lat IS NOT NULL
    ON CONFLICT DO NOTHING`
}

async function rejectUnknownPlaces(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT s.run_id, s.line, ${UNKNOWN_PLACE}
    FROM staging.service_point s ${await placeJoins(db)}
    WHERE s.run_id = ${runId}::int AND s.street_key IS NOT NULL AND address.id IS NULL
    ON CONFLICT DO NOTHING`
}

async function rejectRepeated(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT s.run_id, s.line, 'code', 'import_repeats_line', jsonb_build_object('line', first.line)
    FROM (
      SELECT service, code, min(line) AS line FROM staging.service_point
      WHERE run_id = ${runId}::int GROUP BY 1, 2 HAVING count(*) > 1
    ) first
    JOIN staging.service_point s USING (service, code)
    WHERE s.run_id = ${runId}::int AND s.line > first.line
    ON CONFLICT DO NOTHING`
}

/** Rejects the staged service points that are wrong as a set: outside the served area, at an unknown address, or repeating an earlier line. */
export async function checkServicePoints(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`ANALYZE staging.service_point`
  await rejectOutside(db, runId)
  await rejectUnknownPlaces(db, runId)
  await rejectRepeated(db, runId)
}
