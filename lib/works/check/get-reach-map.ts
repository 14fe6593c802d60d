import type { FeatureCollection, Point } from 'geojson'
import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork, canReadWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { getWorks } from '../queries'
import { pointsOfVersion } from './check-works'
import { IS_REACHED } from './measure-reach'

/** As many points as a map draws at once from one answer; beyond them points of a cell are drawn as one. */
const MOST = 4_000
/** Degrees: about 40 m. */
const CELL = 0.0005

/** One place: how many service points lie there, and how many of them nobody is told of. */
export type ReachFeature = FeatureCollection<Point, { role: 'reachable' | 'unreachable'; servicePoints: number }>

const rows = z.array(z.object({ longitude: z.number(), latitude: z.number(), isReached: z.boolean(), servicePoints: z.coerce.number() }))

/** The points that works hit as GeoJSON, by whether anybody is told; joined to cells of 40 m where there are many. For staff. Throws `not_found`. */
export async function getReachMap(actor: Actor, reference: string): Promise<ReachFeature> {
  requirePolicy(actor, canReadWorks(actor) && canReadNetwork(actor))
  const db = database()
  const hit = await pointsOfVersion(db, await getWorks(db, reference))
  const found = await db.$queryRaw`
    WITH hit AS MATERIALIZED (${hit}), placed AS (
      SELECT CASE WHEN (SELECT count(*) FROM hit) > ${MOST} THEN ST_SnapToGrid(point.geom, ${CELL}::float8) ELSE point.geom END AS geom,
             ${IS_REACHED} AS is_reached
      FROM hit JOIN service_point point ON point.id = hit.id
    )
    SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude, is_reached AS "isReached", count(*) AS "servicePoints"
    FROM placed GROUP BY geom, is_reached`
  return {
    type: 'FeatureCollection',
    features: rows.parse(found).map(({ longitude, latitude, isReached, servicePoints }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { role: isReached ? 'reachable' : 'unreachable', servicePoints },
    })),
  }
}
