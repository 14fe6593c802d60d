import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { startsWith } from '@/lib/db/starts-with'
import { ITEM_LAYERS, type ItemInput } from './map-view'

/** Each kind of thing gives so many. */
const MOST = 5

/** One letter begins half the network. */
const LEAST_LETTERS = 2

const found = z.array(z.object({ layer: z.enum(ITEM_LAYERS), service: z.enum(['water', 'heat', 'power', 'gas']), code: z.string() }))

/**
 * Links and devices whose code begins with `text`, in any case; the service point of exactly that code; works by their reference.
 * Nothing for fewer than 2 letters. Throws `unauthenticated` or `forbidden` where the actor may not see the network.
 */
export async function searchNetwork(actor: Actor, text: string): Promise<ItemInput[]> {
  requirePolicy(actor, canReadNetwork(actor))
  const wanted = text.trim().slice(0, 100)
  if (wanted.length < LEAST_LETTERS) return []
  const pattern = startsWith(wanted)
  const rows = await database().$queryRaw`
    (SELECT 'works' AS layer, service::text, reference AS code FROM works
     WHERE state IN ('published', 'running') AND lower(reference) LIKE ${pattern} ORDER BY reference LIMIT ${MOST}::int)
    UNION ALL
    (SELECT 'devices', service::text, code FROM device
     WHERE service = ANY (enum_range(NULL::service)) AND lower(code) LIKE ${pattern} ORDER BY code LIMIT ${MOST}::int)
    UNION ALL
    (SELECT 'links', service::text, code FROM network_link
     WHERE service = ANY (enum_range(NULL::service)) AND lower(code) LIKE ${pattern} ORDER BY code LIMIT ${MOST}::int)
    UNION ALL
    (SELECT 'service-points', service::text, code FROM service_point
     WHERE service = ANY (enum_range(NULL::service)) AND code = ANY (${[wanted, wanted.toUpperCase()]}::text[]) LIMIT ${MOST}::int)`
  return found.parse(rows)
}
