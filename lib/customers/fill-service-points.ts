import type { Db } from '@/lib/db/client'
import { tieNewServicePoints } from '@/lib/network/tie-service-points'

/** What the migration gives the table, less its primary key: tests/integration/import-service-points.test.ts sees that both stay alike. */
async function dropIndexes(db: Db): Promise<void> {
  await db.$executeRaw`
    ALTER TABLE service_point DROP CONSTRAINT service_point_address_id_fkey, DROP CONSTRAINT service_point_service_code_key`
  await db.$executeRaw`DROP INDEX service_point_address_id_idx, service_point_geom_idx, service_point_segment_idx`
}

async function createIndexes(db: Db): Promise<void> {
  await db.$executeRaw`ALTER TABLE service_point ADD CONSTRAINT service_point_service_code_key UNIQUE (service, code)`
  await db.$executeRaw`CREATE INDEX service_point_address_id_idx ON service_point (address_id)`
  await db.$executeRaw`CREATE INDEX service_point_geom_idx ON service_point USING gist (geom)`
  await db.$executeRaw`CREATE INDEX service_point_segment_idx ON service_point (service, segment) INCLUDE (units) WHERE segment IS NOT NULL`
  await db.$executeRaw`ALTER TABLE service_point ADD CONSTRAINT service_point_address_id_fkey FOREIGN KEY (address_id) REFERENCES address`
}

/** Sets the sequence behind all ids given by hand, and says where these may begin. Asking it for each row would take a third of the time. */
async function reserveIds(db: Db, runId: number): Promise<number> {
  const [{ first }] = await db.$queryRaw<[{ first: number }]>`SELECT nextval(pg_get_serial_sequence('service_point', 'id'))::int AS first`
  await db.$executeRaw`
    SELECT setval(pg_get_serial_sequence('service_point', 'id'), ${first}::int + (SELECT max(line) FROM staging.service_point WHERE run_id = ${runId}::int))`
  return first
}

/**
 * Brings the staged service points into the table while it is empty, as a utility's first file does: indexes and foreign key are made afterwards,
 * which takes half the time at a million rows. Nobody can read service points meanwhile, but there are none. Returns how many there are now.
 */
export async function fillServicePoints(db: Db, runId: number): Promise<number> {
  await dropIndexes(db)
  const firstId = await reserveIds(db, runId)
  const added = await db.$executeRaw`
    INSERT INTO service_point (id, service, code, address_id, kind, units, node_code, link_code, priority, geom)
    SELECT ${firstId}::int + s.line, s.service, s.code, s.address_id, coalesce(s.kind, 'individual'), coalesce(s.units, 1), s.node_code, s.link_code,
      nullif(s.priority, 'none')::priority, coalesce(ST_Point(s.lon, s.lat, 4326), (SELECT a.geom FROM address a WHERE a.id = s.address_id))
    FROM staging.service_point s
    WHERE s.run_id = ${runId}::int`
  await tieNewServicePoints(db)
  await createIndexes(db)
  return added
}
