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

const found = z.array(z.object({ lon: z.number(), lat: z.number() })).length(1)
const reach = z.array(z.object({ radius: z.number() })).length(1)

interface Reach {
  lon: number
  lat: number
  /** Degrees. */
  radius: number
}

/** A place in the towns, with the radius that holds so many points: between 50 and 20,000, evenly on a logarithmic scale. */
async function findReach(index: number): Promise<Reach> {
  const id = ((index + 1) * 1_084_903) % SERVICE_POINTS
  const [centre] = found.parse(
    await database().$queryRaw`SELECT ST_X(geom) AS lon, ST_Y(geom) AS lat FROM service_point WHERE id = ${id + 1}`,
  )
  const { lon, lat } = centre ?? { lon: 0, lat: 0 }
  const points = Math.round(FEWEST * (MOST / FEWEST) ** (index / (POLYGONS - 1)))
  const [last] = reach.parse(
    await database().$queryRaw`
      SELECT ST_Distance(geom, ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326)) AS radius
      FROM service_point ORDER BY geom <-> ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326) LIMIT 1 OFFSET ${points - 1}`,
  )
  return { lon, lat, radius: last?.radius ?? 0 }
}

function circle({ lon, lat, radius }: Reach): Polygon {
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
           (SELECT count(DISTINCT contact.id) FROM (
              SELECT subscription.contact_id FROM hit JOIN subscription ON subscription.service_point_id = hit.id
              UNION ALL
              SELECT subscription.contact_id FROM hit JOIN service_point USING (id)
                JOIN subscription ON subscription.address_id = service_point.address_id AND subscription.address_id IS NOT NULL
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
  const areas: Polygon[] = []
  for (let index = 0; index < POLYGONS; index++) areas.push(circle(await findReach(index)))
  const ours: number[] = []
  const bare: number[] = []
  for (const area of areas) await countByHand(area)
  for (const [index, area] of areas.entries()) {
    const askOurs = async () => ours.push(await milliseconds(() => countAffected(SYSTEM, { service: 'power', parts: [{ area }] })))
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
