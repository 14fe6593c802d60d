import type { Db } from '@/lib/db/client'
import { quarters } from '../town/quarters'
import { zones } from '../town/zones'
import { polygonText } from './well-known-text'

/** So far beyond its outermost houses the municipality reaches, in metres. */
const MARGIN = 400

async function insertMunicipality(db: Db): Promise<void> {
  await db.$executeRaw`
    INSERT INTO boundary (kind, code, name, municipality_id, geom)
    SELECT 'municipality', 'roccafiume', m.name, m.id, ST_Multi(hull.area)
    FROM municipality m
    JOIN LATERAL (
      SELECT ST_Buffer(ST_ConvexHull(ST_Collect(a.geom))::geography, ${MARGIN}::float8)::geometry AS area
      FROM address a JOIN street s ON s.id = a.street_id WHERE s.municipality_id = m.id
    ) hull ON hull.area IS NOT NULL`
}

/** Each quarter without what an earlier one has of it: the first that holds a place gives it its name, as in quarterAt. */
async function insertQuarters(db: Db): Promise<void> {
  await db.$executeRaw`
    WITH drawn AS (
      SELECT position, name, ST_MakeValid(ST_GeomFromText(outline, 4326)) AS area
      FROM unnest(${quarters.map(({ name }) => name)}::text[], ${quarters.map(({ outline }) => polygonText(outline))}::text[])
        WITH ORDINALITY AS row (name, outline, position)
    ), own AS (
      SELECT d.position, d.name, coalesce(ST_Difference(d.area, (SELECT ST_Union(e.area) FROM drawn e WHERE e.position < d.position)), d.area) AS area
      FROM drawn d
    )
    INSERT INTO boundary (kind, code, name, municipality_id, geom)
    SELECT 'quarter', 'Q' || position, name, (SELECT min(id) FROM municipality), ST_Multi(ST_CollectionExtract(area, 3)) FROM own ORDER BY position`
}

async function insertZones(db: Db): Promise<void> {
  const rows = zones.flatMap(({ service, code, name, quarters: fed }) => fed.map((quarter) => ({ service, code, name, quarter })))
  await db.$executeRaw`
    INSERT INTO boundary (kind, service, code, name, municipality_id, geom)
    SELECT 'zone', row.service, row.code, row.name, min(b.municipality_id), ST_Multi(ST_CollectionExtract(ST_Union(b.geom), 3))
    FROM unnest(${rows.map(({ service }) => service)}::service[], ${rows.map(({ code }) => code)}::text[], ${rows.map(({ name }) => name)}::text[],
                ${rows.map(({ quarter }) => quarter)}::text[]) AS row (service, code, name, quarter)
    JOIN boundary b ON b.kind = 'quarter' AND b.name = row.quarter
    GROUP BY row.service, row.code, row.name ORDER BY row.code`
}

/** Writes the town's municipality, its quarters and the zones of its networks, once its addresses are there. */
export async function insertBoundaries(db: Db): Promise<void> {
  await insertMunicipality(db)
  await insertQuarters(db)
  await insertZones(db)
}
