import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { Service } from '@/lib/db/generated/enums'
import type { NetworkPlace } from './network'

/** Metres of one degree of latitude, a little less than the shortest. */
const METRES_PER_DEGREE = 110_000

/** Nobody means a link further off than this, in metres, however far out the map is. */
const MAX_WITHIN = 500

const places = z.array(
  z.object({
    service: z.enum(Service),
    what: z.literal('link'),
    code: z.string(),
    kind: z.string(),
    longitude: z.number(),
    latitude: z.number(),
  }),
)

/** The link of a service nearest to a point (WGS84), within so many metres (at most 500) of it; null where there is none. */
export async function findLinkAt(
  actor: Actor,
  request: { service: Service; longitude: number; latitude: number; within: number },
): Promise<NetworkPlace | null> {
  requirePolicy(actor, canReadNetwork(actor))
  const { service, longitude, latitude } = request
  const within = Math.min(request.within, MAX_WITHIN)
  const reach = within / METRES_PER_DEGREE
  const found = await database().$queryRaw`
    SELECT link.service, 'link' AS what, link.code, link.kind, ST_X(near.place) AS longitude, ST_Y(near.place) AS latitude
    FROM (SELECT ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326) AS geom) point
    JOIN network_link link ON link.geom && ST_Expand(point.geom, ${reach}::float8 / greatest(cosd(${latitude}::float8), 0.01), ${reach}::float8)
    CROSS JOIN LATERAL (SELECT ST_ClosestPoint(link.geom, point.geom) AS place) near
    WHERE link.service = ${service}::service AND ST_DWithin(link.geom::geography, point.geom::geography, ${within}::float8)
    ORDER BY ST_Distance(link.geom::geography, point.geom::geography), link.code LIMIT 1`
  return places.parse(found)[0] ?? null
}
