import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import type { NetworkPlace } from '@/lib/network/network'
import { parseInput } from '@/lib/parse-input'
import { SERVICES } from '@/lib/works/works'

const searchInput = z.object({ service: z.enum(SERVICES), text: z.string().trim().max(80) })

/** More than this is no choice; the next letter makes it fewer. */
const LIMIT = 12

const placeRows = z.array(
  z.object({ what: z.enum(['link', 'device']), code: z.string(), kind: z.string(), longitude: z.number(), latitude: z.number() }),
)

/** Links and devices whose code begins like `text`, in either case, at most 12 of each, links first; none for an empty text. Throws `forbidden`. */
export async function findNetworkPlaces(actor: Actor, raw: { service: Service; text: string }): Promise<NetworkPlace[]> {
  requirePolicy(actor, canPlanWorks(actor))
  const { service, text } = parseInput(searchInput, raw)
  if (text === '') return []
  const rows = await database().$queryRaw`
    (SELECT 'link' AS what, code, kind, ST_X(ST_LineInterpolatePoint(geom, 0.5)) AS longitude, ST_Y(ST_LineInterpolatePoint(geom, 0.5)) AS latitude
     FROM network_link WHERE service = ${service}::service AND starts_with(lower(code), lower(${text})) ORDER BY length(code), code COLLATE "C" LIMIT ${LIMIT}::int)
    UNION ALL
    (SELECT 'device', code, kind::text, ST_X(geom), ST_Y(geom)
     FROM device WHERE service = ${service}::service AND starts_with(lower(code), lower(${text})) ORDER BY length(code), code COLLATE "C" LIMIT ${LIMIT}::int)`
  return placeRows.parse(rows).map((place) => ({ service, ...place }))
}
