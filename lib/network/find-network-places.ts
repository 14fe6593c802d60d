import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { Service } from '@/lib/db/generated/enums'
import { startsWith } from '@/lib/db/starts-with'
import type { NetworkPlace } from './network'

/** More are not read by anybody: they type on. */
const MAX_FOUND = 20

const places = z.array(
  z.object({
    service: z.enum(Service),
    what: z.enum(['link', 'device']),
    code: z.string(),
    kind: z.string(),
    longitude: z.number(),
    latitude: z.number(),
  }),
)

/** Links and devices of a service whose code begins with `text`, in any case; exact ones first, at most 20. Nothing for an empty text. */
export async function findNetworkPlaces(actor: Actor, request: { service: Service; text: string }): Promise<NetworkPlace[]> {
  requirePolicy(actor, canReadNetwork(actor))
  const text = request.text.trim()
  if (text === '') return []
  const pattern = startsWith(text)
  const found = await database().$queryRaw`
    SELECT service, what, code, kind, ST_X(place) AS longitude, ST_Y(place) AS latitude
    FROM (
      (SELECT service, 'link' AS what, code, kind, ST_LineInterpolatePoint(geom, 0.5) AS place FROM network_link
        WHERE service = ${request.service}::service AND lower(code) LIKE ${pattern} ORDER BY lower(code) <> lower(${text}), length(code), code LIMIT ${MAX_FOUND}::int)
      UNION ALL
      (SELECT service, 'device', code, kind::text, geom FROM device
        WHERE service = ${request.service}::service AND lower(code) LIKE ${pattern} ORDER BY lower(code) <> lower(${text}), length(code), code LIMIT ${MAX_FOUND}::int)
    ) either
    ORDER BY lower(code) <> lower(${text}), length(code), code, what
    LIMIT ${MAX_FOUND}::int`
  return places.parse(found)
}
