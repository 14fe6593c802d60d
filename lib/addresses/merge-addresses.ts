import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { ImportCounts } from '@/lib/imports/imports'
import { municipalityKeys } from './municipality-keys'

async function insertMunicipalities(db: Db, runId: number): Promise<void> {
  const known = await municipalityKeys(db)
  await db.$executeRaw`
    INSERT INTO municipality (country, name)
    SELECT DISTINCT ON (s.municipality_key) s.country, s.municipality
    FROM staging.address s LEFT JOIN ${known} ON municipality_key.key = s.municipality_key
    WHERE s.run_id = ${runId}::int AND municipality_key.id IS NULL
    ORDER BY s.municipality_key, s.line`
}

async function insertStreets(db: Db, runId: number, municipalities: Prisma.Sql): Promise<void> {
  await db.$executeRaw`
    INSERT INTO street (municipality_id, type, name, label, search_text)
    SELECT DISTINCT ON (municipality_key.id, s.street_key)
      municipality_key.id, s.street_type, s.street, trim(s.street_type || ' ' || s.street), s.street_key
    FROM staging.address s
    JOIN ${municipalities} ON municipality_key.key = s.municipality_key
    LEFT JOIN street ON street.municipality_id = municipality_key.id AND street.search_text = s.street_key
    WHERE s.run_id = ${runId}::int AND street.id IS NULL
    ORDER BY municipality_key.id, s.street_key, s.line
    ON CONFLICT (municipality_id, type, name) DO UPDATE SET search_text = EXCLUDED.search_text`
  await db.$executeRaw`ANALYZE street`
}

/** The staged rows with their street; where two streets have one key, the older. */
function stagedRows(runId: number, municipalities: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT s.line, street.id AS street_id, s.number, s.suffix, s.postcode, s.district, ST_Point(s.lon, s.lat, 4326) AS geom
    FROM staging.address s
    JOIN ${municipalities} ON municipality_key.key = s.municipality_key
    JOIN (SELECT municipality_id, search_text, min(id) AS id FROM street GROUP BY 1, 2) street
      ON street.municipality_id = municipality_key.id AND street.search_text = s.street_key
    WHERE s.run_id = ${runId}::int
  ) staged`
}

/** What a file does not say of an address stays as it is. */
async function updateAddresses(db: Db, staged: Prisma.Sql): Promise<number> {
  return db.$executeRaw`
    UPDATE address a
    SET postcode = coalesce(staged.postcode, a.postcode), district = coalesce(staged.district, a.district), geom = staged.geom
    FROM ${staged}
    WHERE (a.street_id, a.number, a.suffix) = (staged.street_id, staged.number, staged.suffix)
      AND (a.postcode IS DISTINCT FROM coalesce(staged.postcode, a.postcode)
        OR a.district IS DISTINCT FROM coalesce(staged.district, a.district)
        OR ST_AsBinary(a.geom) IS DISTINCT FROM ST_AsBinary(staged.geom))`
}

/** The order makes the database finish looking for what is missing before it inserts: otherwise it may look through its own growing table. */
async function insertAddresses(db: Db, staged: Prisma.Sql): Promise<number> {
  return db.$executeRaw`
    INSERT INTO address (street_id, number, suffix, postcode, district, geom)
    SELECT staged.street_id, staged.number, staged.suffix, coalesce(staged.postcode, ''), coalesce(staged.district, ''), staged.geom
    FROM ${staged}
    LEFT JOIN address a ON (a.street_id, a.number, a.suffix) = (staged.street_id, staged.number, staged.suffix)
    WHERE a.id IS NULL
    ORDER BY staged.line`
}

/** Brings the staged addresses in, with their municipalities and streets where these are new. Other imports of addresses wait. */
export async function mergeAddresses(db: Db, runId: number, count: number): Promise<ImportCounts> {
  await db.$executeRaw`LOCK TABLE municipality, street, address IN SHARE ROW EXCLUSIVE MODE`
  await insertMunicipalities(db, runId)
  const municipalities = await municipalityKeys(db)
  await insertStreets(db, runId, municipalities)
  const staged = stagedRows(runId, municipalities)
  const changed = await updateAddresses(db, staged)
  const added = await insertAddresses(db, staged)
  await db.$executeRaw`ANALYZE address`
  return { new: added, changed, unchanged: count - added - changed }
}
