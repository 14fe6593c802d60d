import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { ImportCounts } from '@/lib/imports/imports'
import { municipalityKeys } from './municipality-keys'

/** The staged rows with the municipality that they name, else the one whose boundary holds them. */
function stagedRows(runId: number, municipalities: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT s.line, s.kind, s.service, s.code, s.name, s.geom, coalesce(municipality_key.id, around.municipality_id) AS municipality_id
    FROM staging.boundary s
    LEFT JOIN ${municipalities} ON municipality_key.key = s.municipality_key
    LEFT JOIN LATERAL (
      SELECT b.municipality_id FROM boundary b
      WHERE s.kind <> 'municipality' AND s.municipality_key IS NULL AND b.kind = 'municipality' AND ST_Covers(b.geom, ST_PointOnSurface(s.geom))
      ORDER BY b.id LIMIT 1
    ) around ON true
    WHERE s.run_id = ${runId}::int
  ) staged`
}

/** Brings the staged boundaries in. One that a file no longer names stays. Other imports of boundaries wait. */
export async function mergeBoundaries(db: Db, runId: number, count: number): Promise<ImportCounts> {
  await db.$executeRaw`LOCK TABLE boundary IN SHARE ROW EXCLUSIVE MODE`
  const staged = stagedRows(runId, await municipalityKeys(db))
  const changed = await db.$executeRaw`
    UPDATE boundary b
    SET name = staged.name, geom = staged.geom, municipality_id = coalesce(staged.municipality_id, b.municipality_id)
    FROM ${staged}
    WHERE b.kind = staged.kind AND b.code = staged.code AND b.service IS NOT DISTINCT FROM staged.service
      AND (b.name <> staged.name OR ST_AsBinary(b.geom) <> ST_AsBinary(staged.geom)
        OR b.municipality_id IS DISTINCT FROM coalesce(staged.municipality_id, b.municipality_id))`
  const added = await db.$executeRaw`
    INSERT INTO boundary (kind, service, code, name, municipality_id, geom)
    SELECT staged.kind, staged.service, staged.code, staged.name, staged.municipality_id, staged.geom
    FROM ${staged}
    LEFT JOIN boundary b ON b.kind = staged.kind AND b.code = staged.code AND b.service IS NOT DISTINCT FROM staged.service
    WHERE b.id IS NULL
    ORDER BY staged.line`
  await db.$executeRaw`ANALYZE boundary`
  return { new: added, changed, unchanged: count - added - changed }
}
