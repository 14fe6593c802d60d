import { z } from 'zod'
import { database, transaction } from '@/lib/db/client'
import { renumberSegments } from '@/lib/network/renumber-segments'
import { DEFAULT_TIE_WITHIN, tieServicePoints } from '@/lib/network/tie-service-points'
import { traceNetwork } from '@/lib/network/trace-network'
import { type BenchMeasure, type BenchResult, compare, seconds } from './bench'
import { BENCH_NETWORK, seedBenchNetwork } from './seed-bench-network'

/** Random single links, each traced once. */
const TRACES = 400
/** pgRouting takes seconds for each: few are enough to know it. */
const PEER_TRACES = 5
/** A hundred times faster. */
const LIMIT = 0.01

const extension = z.array(z.object({ available: z.boolean() })).length(1)
const links = z.array(z.object({ code: z.string(), segment: z.number() }))
const counted = z.array(z.object({ points: z.number() })).length(1)

async function requirePgRouting(): Promise<void> {
  const [row] = extension.parse(
    await database().$queryRaw`SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pgrouting') AS available`,
  )
  if (!row?.available)
    throw new Error('This benchmark measures against pgRouting, which this PostgreSQL does not have: install postgresql-15-pgrouting.')
  await database().$executeRaw`CREATE EXTENSION IF NOT EXISTS pgrouting`
}

/** The peer gets the graph ready made, as integers in narrow tables with their keys: it only has to ask. */
async function preparePeer(): Promise<void> {
  const db = database()
  await db.$executeRaw`DROP TABLE IF EXISTS peer_edge, peer_point`
  await db.$executeRaw`
    CREATE TABLE peer_edge AS
    SELECT link.id::bigint AS id, a.id::bigint AS source, b.id::bigint AS target, 1.0::float8 AS cost, 1.0::float8 AS reverse_cost, link.segment,
      link.segment AS link_segment, a.segment AS a_segment, b.segment AS b_segment
    FROM network_link link
    JOIN network_node a ON a.service = link.service AND a.code = link.from_node
    JOIN network_node b ON b.service = link.service AND b.code = link.to_node
    WHERE NOT EXISTS (SELECT FROM device WHERE device.service = link.service AND device.link_code = link.code AND NOT device.conducting)`
  await db.$executeRaw`ALTER TABLE peer_edge ADD PRIMARY KEY (id)`
  await db.$executeRaw`
    CREATE TABLE peer_point AS
    SELECT point.id, node.id::bigint AS node FROM service_point point JOIN network_node node ON node.service = point.service AND node.code = point.node_code`
  await db.$executeRaw`ANALYZE peer_edge, peer_point`
}

/** The same question to pgRouting: the components of the graph without what is isolated, and the service points that are in none with a source. */
async function tracePeer(segment: number): Promise<number> {
  const edges = `SELECT id, source, target, cost, reverse_cost FROM peer_edge
    WHERE link_segment <> ${segment} AND a_segment <> ${segment} AND b_segment <> ${segment}`
  const rows = await database().$queryRaw`
    WITH component AS MATERIALIZED (SELECT component, node FROM pgr_connectedComponents(${edges})),
    fed AS (
      SELECT DISTINCT component.component FROM component JOIN network_node node ON node.id = component.node AND node.kind <> 'junction'
    )
    SELECT count(*)::int AS points FROM peer_point point
    WHERE NOT EXISTS (SELECT FROM component JOIN fed USING (component) WHERE component.node = point.node)`
  return counted.parse(rows)[0]?.points ?? 0
}

/** Links at even steps through the network, which stand in a row that has nothing to do with places. */
async function pickLinks(count: number): Promise<Array<{ code: string; segment: number }>> {
  const rows = await database().$queryRaw`
    SELECT link.code, link.segment FROM generate_series(1, ${count}::int) AS pick
    JOIN network_link link ON link.id = (pick::bigint * 1084903 % ${BENCH_NETWORK.links}::int)::int + 1`
  return links.parse(rows)
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  return (await seconds(work)) * 1000
}

const note = (text: string) => process.stderr.write(`  ${text}\n`)

async function prepare(): Promise<void> {
  note(`generating: ${(await seconds(seedBenchNetwork)).toFixed(1)} s`)
  const origin = { fileNames: ['bench'], tieWithin: DEFAULT_TIE_WITHIN, importedAt: new Date() }
  const renumbering = await seconds(() => transaction((db) => renumberSegments(db, 'water', origin)))
  note(`finding and writing segments: ${renumbering.toFixed(1)} s`)
  const tying = await seconds(() => transaction((db) => tieServicePoints(db, 'water', DEFAULT_TIE_WITHIN, 'all')))
  note(`tying service points: ${tying.toFixed(1)} s`)
  await database().$executeRaw`VACUUM ANALYZE network_segment, device, network_link, network_node, service_point`
  await preparePeer()
}

/**
 * Traces random single links of a network of 1,000,000 links and 50,000 devices with 1,100,000 service points, and asks pgRouting the same. Every answer that the peer
 * gives is compared with ours: a fast answer that is wrong counts for nothing.
 */
export async function benchTrace(): Promise<BenchResult> {
  await requirePgRouting()
  await prepare()
  const peerTimes: number[] = []
  for (const { code, segment } of await pickLinks(PEER_TRACES)) {
    let expected = 0
    peerTimes.push(
      await millisecondsOf(async () => {
        expected = await tracePeer(segment)
      }),
    )
    const { servicePoints } = await traceNetwork(database(), 'water', { links: [code] })
    if (servicePoints !== expected) throw new Error(`${code}: we say ${servicePoints} service points, pgRouting ${expected}.`)
  }
  const peerValue = percentile(peerTimes, 0.5)
  const single: number[] = []
  const stuck: number[] = []
  for (const { code } of await pickLinks(TRACES)) {
    let devices: string[] = []
    single.push(
      await millisecondsOf(async () => {
        devices = (await traceNetwork(database(), 'water', { links: [code] })).devices
      }),
    )
    if (devices[0] === undefined) continue
    const request = { links: [code], stuck: devices.slice(0, 1) }
    stuck.push(await millisecondsOf(() => traceNetwork(database(), 'water', request)))
  }
  await database().$executeRaw`DROP TABLE peer_edge, peer_point`
  // The first search loads the segments, once for a process: told, and not hidden in a percentile.
  note(
    `first search with a stuck device, which loads the segments: ${(stuck[0] ?? 0).toFixed(0)} ms; after it p95 ${percentile(stuck.slice(1), 0.95).toFixed(1)} ms`,
  )
  const measure = (metric: string, times: number[]): BenchMeasure =>
    compare(
      { metric, value: percentile(times, 0.95), unit: 'ms', peer: 'pgr_connectedComponents on the cut graph, median', peerValue },
      LIMIT,
    )
  return {
    name: 'trace',
    results: [measure(`p95 of ${TRACES} single links of 1,000,000`, single), measure('p95 with a stuck device', stuck.slice(1))],
  }
}
