import { database } from '@/lib/db/client'
import { emptyBenchDatabase } from './empty-bench-database'
import { seedBenchUtility } from './seed-bench-database'

/**
 * A town of SIDE × SIDE districts. Each is one segment: a ring of 43 pipes, most with a pipe across. Every eighth column of districts is a backbone that runs from north
 * to south; from each of its districts a row of seven more hangs east. Pipes between districts have a valve at both ends; those from the end of a row to the next
 * backbone have one that stands closed.
 */
const SIDE = 149
const DISTRICTS = SIDE * SIDE
const ROW = 8
const RING = 43

export const BENCH_NETWORK = { links: 1_000_000, devices: 50_000, servicePoints: 1_100_000 }

async function insertNodes(): Promise<void> {
  await database().$executeRaw`
    INSERT INTO network_node (id, service, code, kind, geom)
    SELECT district * ${RING}::int + place + 1, 'water', 'N' || (district * ${RING}::int + place), 'junction',
      ST_SetSRID(ST_MakePoint(10 + (district % ${SIDE}::int) * 0.004 + (place % 7) * 0.0004, 43 + (district / ${SIDE}::int) * 0.004 + (place / 7) * 0.0004), 4326)
    FROM generate_series(0, ${DISTRICTS}::int - 1) AS district CROSS JOIN generate_series(0, ${RING}::int - 1) AS place
    ORDER BY district, place`
  // Six works, each at a backbone.
  await database().$executeRaw`
    UPDATE network_node SET kind = 'source'
    WHERE id IN (SELECT (y * ${SIDE}::int + x) * ${RING}::int + 1 FROM (VALUES (0, 0), (72, 40), (144, 0), (0, 148), (72, 110), (144, 148)) AS works (x, y))`
}

/** The rings, with their pipe across in the first districts so that it comes to exactly a million links. */
async function insertRings(across: number): Promise<void> {
  await database().$executeRaw`
    INSERT INTO network_link (service, code, kind, from_node, to_node, geom)
    SELECT 'water', 'L' || (district * ${RING + 1}::int + place), 'distribution', a.code, b.code, ST_MakeLine(a.geom, b.geom)
    FROM generate_series(0, ${DISTRICTS}::int - 1) AS district CROSS JOIN generate_series(0, ${RING}::int) AS place
    JOIN network_node a ON a.id = district * ${RING}::int + place % ${RING}::int + 1
    JOIN network_node b ON b.id = district * ${RING}::int + CASE WHEN place = ${RING}::int THEN 21 ELSE (place + 1) % ${RING}::int END + 1
    WHERE place < ${RING}::int OR district < ${across}::int
    ORDER BY district, place`
}

/** The pipes between districts: to the west everywhere, to the north along backbones, and between backbones in three rows. */
async function insertConnections(): Promise<number> {
  return database().$executeRaw`
    INSERT INTO network_link (service, code, kind, from_node, to_node, geom)
    SELECT 'water', connection.kind || connection.district, 'main', a.code, b.code, ST_MakeLine(a.geom, b.geom)
    FROM (
      SELECT CASE WHEN district % ${SIDE}::int % ${ROW}::int = 0 THEN 'T' ELSE 'W' END AS kind, district, district - 1 AS other
      FROM generate_series(0, ${DISTRICTS}::int - 1) AS district WHERE district % ${SIDE}::int > 0
      UNION ALL
      SELECT 'B', district, district - ${SIDE}::int
      FROM generate_series(${SIDE}::int, ${DISTRICTS}::int - 1) AS district WHERE district % ${SIDE}::int % ${ROW}::int = 0
      UNION ALL
      SELECT 'H', district, district - ${ROW}::int
      FROM generate_series(0, ${DISTRICTS}::int - 1) AS district
      WHERE district / ${SIDE}::int IN (0, 74, 148) AND district % ${SIDE}::int % ${ROW}::int = 0 AND district % ${SIDE}::int > 0
    ) connection
    JOIN network_node a ON a.id = connection.district * ${RING}::int + 1
    JOIN network_node b ON b.id = connection.other * ${RING}::int + 22`
}

async function insertDevices(devices: number): Promise<void> {
  await database().$executeRaw`
    INSERT INTO device (service, code, kind, link_code, node_code, conducting, geom)
    SELECT 'water', place.link || place.mark, 'valve', place.link, place.node, place.conducting, node.geom
    FROM (
      SELECT code AS link, 'a' AS mark, from_node AS node, kind <> 'main' OR code NOT LIKE 'T%' AS conducting FROM network_link WHERE kind = 'main'
      UNION ALL SELECT code, 'b', to_node, true FROM network_link WHERE kind = 'main'
    ) place
    JOIN network_node node ON node.service = 'water' AND node.code = place.node`
  const missing = devices - (await database().device.count())
  await database().$executeRaw`
    INSERT INTO device (service, code, kind, link_code, node_code, conducting, geom)
    SELECT 'water', link.code || 'c', 'valve', link.code, link.from_node, true, ST_StartPoint(link.geom)
    FROM generate_series(0, ${missing}::int - 1) AS district
    JOIN network_link link ON link.service = 'water' AND link.code = 'L' || (district * ${RING + 1}::int + 5)`
}

async function insertServicePoints(count: number): Promise<void> {
  await database().$executeRaw`
    INSERT INTO service_point (service, code, kind, units, node_code, geom)
    SELECT 'water', 'P' || point, CASE WHEN point % 20 = 0 THEN 'shared' ELSE 'individual' END::service_point_kind,
      CASE WHEN point % 20 = 0 THEN 12 ELSE 1 END, node.code, node.geom
    FROM generate_series(0, ${count}::int - 1) AS point
    JOIN network_node node ON node.id = (point::bigint * 7919 % ${DISTRICTS * RING}::int)::int + 1`
}

/** Empties the database and fills it with a network of exactly 1,000,000 links and 50,000 devices, and 1,100,000 service points on its nodes. */
export async function seedBenchNetwork(): Promise<void> {
  const db = database()
  await emptyBenchDatabase()
  await db.$executeRaw`TRUNCATE network, network_segment, device, network_link, network_node RESTART IDENTITY CASCADE`
  await seedBenchUtility()
  await insertNodes()
  await db.$executeRaw`ANALYZE network_node`
  const connections = await insertConnections()
  await insertRings(BENCH_NETWORK.links - connections - DISTRICTS * RING)
  await db.$executeRaw`ANALYZE network_link`
  await insertDevices(BENCH_NETWORK.devices)
  await insertServicePoints(BENCH_NETWORK.servicePoints)
  await db.$executeRaw`ANALYZE network_node, network_link, device, service_point`
}
