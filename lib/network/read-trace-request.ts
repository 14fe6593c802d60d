import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { AppError, badInput } from '@/lib/errors'
import type { TraceRequest } from './network'

/** What is to be isolated, in numbers of segments. */
export interface TraceTask {
  segments: number[]
  stuck: ReadonlySet<string>
  feeding: ReadonlySet<string>
}

/** So many links, or devices, are more than anybody works on at once, and few enough for one statement. */
const MAX_CODES = 5_000

const known = z.tuple([
  z.object({ revision: z.number().nullable(), links: z.array(z.tuple([z.string(), z.number()])), devices: z.array(z.string()) }),
])

function requireFew(codes: readonly string[], field: string): string[] {
  if (codes.length > MAX_CODES) throw badInput('network_too_many_codes', field, { max: MAX_CODES, found: codes.length })
  return [...new Set(codes)]
}

function requireKnown(asked: readonly string[], there: { has(code: string): boolean }, reason: string, field: string): void {
  const unknown = asked.find((code) => !there.has(code))
  if (unknown !== undefined) throw badInput(reason, field, { code: unknown.slice(0, 100) })
}

/** The network's revision, and which of these codes it has, all at one moment. */
async function lookUp(db: Db, service: Service, links: string[], devices: string[]) {
  const rows = await db.$queryRaw`
    SELECT (SELECT revision FROM network WHERE service = ${service}::service) AS revision,
      (
        SELECT coalesce(json_agg(json_build_array(code, segment)), '[]') FROM network_link
        WHERE service = ${service}::service AND code = ANY (${links}::text[]) AND segment IS NOT NULL
      ) AS links,
      ARRAY(SELECT code FROM device WHERE service = ${service}::service AND code = ANY (${devices}::text[])) AS devices`
  const [found] = known.parse(rows)
  return { revision: found.revision, links: new Map(found.links), devices: new Set(found.devices) }
}

/**
 * Looks up what a request names. Throws `bad_input` for no link, for codes that the network does not have, and for a device that is stuck and feeds;
 * `conflict` where no network of the service was imported.
 */
export async function readTraceRequest(db: Db, service: Service, request: TraceRequest): Promise<TraceTask & { revision: number }> {
  const links = requireFew(request.links, 'links')
  if (links.length === 0) throw badInput('network_no_link', 'links')
  const stuck = requireFew(request.stuck ?? [], 'stuck')
  const feeding = requireFew(request.feeding ?? [], 'feeding')
  const there = await lookUp(db, service, links, [...stuck, ...feeding])
  if (there.revision === null) throw new AppError('conflict', { reason: 'network_not_imported', field: 'service', params: { service } })
  requireKnown(links, there.links, 'network_unknown_link', 'links')
  requireKnown(stuck, there.devices, 'network_unknown_device', 'stuck')
  requireKnown(feeding, there.devices, 'network_unknown_device', 'feeding')
  const both = feeding.find((code) => stuck.includes(code))
  if (both !== undefined) throw badInput('network_stuck_feeds', 'feeding', { code: both })
  const segments = [...new Set(there.links.values())].sort((a, b) => a - b)
  return { revision: there.revision, segments, stuck: new Set(stuck), feeding: new Set(feeding) }
}
