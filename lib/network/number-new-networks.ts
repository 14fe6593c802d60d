import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Service } from '@/lib/db/generated/enums'
import { renumberSegments } from './renumber-segments'
import { DEFAULT_TIE_WITHIN, tieServicePoints } from './tie-service-points'

const services = z.array(z.object({ service: z.enum(Service) }))

/**
 * Finds the segments of networks that came without an import: the demo's, and those of an installation that is older than segments. Returns whose they were.
 * To be called in a transaction.
 */
export async function numberNewNetworks(db: Db, now: Date): Promise<Service[]> {
  const rows = await db.$queryRaw`
    SELECT service FROM unnest(enum_range(NULL::service)) AS service
    WHERE EXISTS (SELECT FROM network_link link WHERE link.service = service.service)
      AND NOT EXISTS (SELECT FROM network WHERE network.service = service.service)
    ORDER BY service`
  const found = services.parse(rows).map(({ service }) => service)
  for (const service of found) {
    await renumberSegments(db, service, { fileNames: [], tieWithin: DEFAULT_TIE_WITHIN, importedAt: now })
    await tieServicePoints(db, service, DEFAULT_TIE_WITHIN, 'all')
  }
  return found
}
