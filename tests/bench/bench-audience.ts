import type { Polygon } from 'geojson'
import { z } from 'zod'
import { SYSTEM } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { countAffected } from '@/lib/works/count-affected'
import { type BenchResult, compare } from './bench'
import { seedBenchDatabase } from './seed-bench-database'

const SERVICE_POINTS = 1_100_000
const POLYGONS = 200
const FEWEST = 50
const MOST = 20_000
/** Corners of each polygon: as many as a patient operator draws. */
const CORNERS = 64
/** What checking the polygon and asking through the product may cost beside the count itself. */
const LIMIT = 1.3

const centres = z.array(z.object({ lon: z.number(), lat: z.number(), radius: z.number() }))

/** Places spread over the towns, each with the radius (degrees) that holds between 50 and 20,000 points, evenly on a logarithmic scale. */
async function findCentres() {
  const rows = await database().$queryRaw`
    SELECT ST_X(centre.geom) AS lon, ST_Y(centre.geom) AS lat, reach.radius
    FROM generate_series(1, ${POLYGONS}::int) AS n
    JOIN LATERAL (SELECT geom FROM service_point WHERE id = (n * 7919 * 137) % ${SERVICE_POINTS} + 1) centre ON true
    JOIN LATERAL (
      SELECT max(distance) AS radius FROM (
        SELECT ST_Distance(geom, centre.geom) AS distance FROM service_point ORDER BY geom <-> centre.geom
        LIMIT round(${FEWEST} * power(${MOST}::float8 / ${FEWEST}, (n - 1) / (${POLYGONS}::float8 - 1)))::int
      ) nearest
    ) reach ON true`
  return centres.parse(rows)
}

function circle({ lon, lat, radius }: { lon: number; lat: number; radius: number }): Polygon {
  const ring = Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CORNERS
    return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] }
}

/** The peer: the same four figures, written out by hand for this one question. */
function countByHand(area: Polygon): Promise<unknown> {
  return database().$queryRaw`
    WITH hit AS MATERIALIZED (
      SELECT id, units FROM service_point WHERE service = 'power' AND ST_Intersects(geom, ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(area)}), 4326))
    )
    SELECT (SELECT count(*) FROM hit), (SELECT sum(units) FROM hit),
           (SELECT count(*) FROM account JOIN hit ON hit.id = account.service_point_id WHERE account.active),
           (SELECT count(DISTINCT contact_id) FROM (
              SELECT subscription.contact_id FROM hit JOIN account ON account.service_point_id = hit.id AND account.active
                JOIN subscription ON subscription.account_id = account.id
              UNION ALL
              SELECT subscription.contact_id FROM hit JOIN service_point USING (id) JOIN subscription ON subscription.address_id = service_point.address_id
            ) told JOIN contact ON contact.id = told.contact_id AND contact.state = 'confirmed')`
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The value that 95% are not above. */
function percentile95(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0
}

/** Counts whom 200 polygons of 50 to 20,000 service points hit, among 1.1 million, against the bare SQL count of the same figures. */
export async function benchAudience(): Promise<BenchResult> {
  await seedBenchDatabase(SERVICE_POINTS)
  const areas = (await findCentres()).map(circle)
  const ours: number[] = []
  const bare: number[] = []
  for (const area of areas) await countByHand(area)
  for (const [index, area] of areas.entries()) {
    const askOurs = async () => ours.push(await milliseconds(() => countAffected(SYSTEM, { service: 'power', area })))
    const askBare = async () => bare.push(await milliseconds(() => countByHand(area)))
    for (const ask of index % 2 === 0 ? [askOurs, askBare] : [askBare, askOurs]) await ask()
  }
  const metric = `p95 of ${POLYGONS} polygons of ${FEWEST} to ${MOST.toLocaleString('en')} service points`
  const measured = {
    metric,
    value: percentile95(ours),
    unit: 'ms',
    peer: 'bare SQL count of the same figures',
    peerValue: percentile95(bare),
  }
  return { name: 'audience', results: [compare(measured, LIMIT)] }
}
