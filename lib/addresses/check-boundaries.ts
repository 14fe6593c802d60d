import type { Db } from '@/lib/db/client'
import { municipalityKeys } from './municipality-keys'

/** Outlines that cross themselves, with the place where they do, in degrees. */
async function rejectInvalid(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT s.run_id, s.line, 'geometry', 'import_outline_invalid', jsonb_build_object('detail', (detail.found).reason, 'place',
      CASE WHEN (detail.found).location IS NULL THEN '–'
        ELSE round(ST_X((detail.found).location)::numeric, 5) || ' ' || round(ST_Y((detail.found).location)::numeric, 5) END)
    FROM staging.boundary s CROSS JOIN LATERAL (SELECT ST_IsValidDetail(s.geom) AS found) detail
    WHERE s.run_id = ${runId}::int AND NOT (detail.found).valid
    ON CONFLICT DO NOTHING`
}

async function rejectSwapped(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT s.run_id, s.line, 'geometry', 'import_coordinates_swapped'
    FROM staging.boundary s JOIN utility u ON NOT ST_Intersects(u.served_area, ST_Envelope(s.geom))
    WHERE s.run_id = ${runId}::int AND ST_Intersects(u.served_area, ST_FlipCoordinates(ST_Envelope(s.geom)))
    ON CONFLICT DO NOTHING`
}

async function rejectRepeated(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT s.run_id, s.line, 'code', 'import_repeats_line', jsonb_build_object('line', first.line)
    FROM staging.boundary s
    JOIN (SELECT service, code, min(line) AS line FROM staging.boundary WHERE run_id = ${runId}::int GROUP BY 1, 2) first
      ON first.code = s.code AND first.service IS NOT DISTINCT FROM s.service
    WHERE s.run_id = ${runId}::int AND s.line > first.line
    ON CONFLICT DO NOTHING`
}

/** A municipality itself need not be known: one may plan in it before its addresses are there. */
async function rejectUnknownMunicipality(db: Db, runId: number): Promise<void> {
  const municipalities = await municipalityKeys(db)
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT s.run_id, s.line, 'municipality', 'import_unknown_municipality'
    FROM staging.boundary s LEFT JOIN ${municipalities} ON municipality_key.key = s.municipality_key
    WHERE s.run_id = ${runId}::int AND s.kind <> 'municipality' AND s.municipality_key IS NOT NULL AND municipality_key.id IS NULL
    ON CONFLICT DO NOTHING`
}

/** Rejects the staged outlines that are wrong: not valid, swapped, repeating an earlier one, or in a municipality that is not known. */
export async function checkBoundaries(db: Db, runId: number): Promise<void> {
  await rejectInvalid(db, runId)
  await rejectSwapped(db, runId)
  await rejectRepeated(db, runId)
  await rejectUnknownMunicipality(db, runId)
}
