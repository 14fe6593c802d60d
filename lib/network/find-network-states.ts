import { z } from 'zod'
import { database } from '@/lib/db/client'
import { Service } from '@/lib/db/generated/enums'
import { findUntiedPoints } from './tie-service-points'

export interface NetworkState {
  service: Service
  segments: number
  /** Segments that no source reaches. */
  unsupplied: number
  /** Service points that belong to no link. */
  untied: number
  /** The first few of these. */
  examples: string[]
}

const EXAMPLES = 5

const rows = z.array(z.object({ service: z.enum(Service), segments: z.number(), unsupplied: z.number(), untied: z.number() }))

/** How the imported networks stand, for whoever looks after the installation. */
export async function findNetworkStates(): Promise<NetworkState[]> {
  const found = await database().$queryRaw`
    SELECT network.service, count(segment.number)::int AS segments, count(segment.number) FILTER (WHERE segment.last IS NULL)::int AS unsupplied,
      (SELECT count(*)::int FROM service_point point WHERE point.service = network.service AND point.segment IS NULL) AS untied
    FROM network LEFT JOIN network_segment segment ON segment.service = network.service
    GROUP BY network.service ORDER BY network.service`
  const states = rows.parse(found)
  return Promise.all(
    states.map(async (state) => ({
      ...state,
      examples: state.untied > 0 ? await findUntiedPoints(database(), state.service, EXAMPLES) : [],
    })),
  )
}
