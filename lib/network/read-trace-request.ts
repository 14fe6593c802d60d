import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import type { TraceRequest } from './network'

/** What is to be isolated, in numbers of segments. */
export interface TraceTask {
  segments: number[]
  stuck: ReadonlySet<string>
  feeding: ReadonlySet<string>
}

/** So many links, or devices, are more than anybody works on at once, and few enough for one statement. */
const MAX_CODES = 5_000

const linkRows = z.array(z.object({ code: z.string(), segment: z.number() }))
const deviceRows = z.array(z.object({ code: z.string() }))

function requireFew(codes: readonly string[], field: string): string[] {
  if (codes.length > MAX_CODES) throw badInput('network_too_many_codes', field, { max: MAX_CODES, found: codes.length })
  return [...new Set(codes)]
}

function requireKnown(asked: readonly string[], known: ReadonlySet<string>, reason: string, field: string): void {
  const unknown = asked.find((code) => !known.has(code))
  if (unknown !== undefined) throw badInput(reason, field, { code: unknown.slice(0, 100) })
}

async function findSegments(db: Db, service: Service, codes: string[]): Promise<number[]> {
  const found = await db.$queryRaw`
    SELECT code, segment FROM network_link WHERE service = ${service}::service AND code = ANY (${codes}::text[]) AND segment IS NOT NULL`
  const links = linkRows.parse(found)
  requireKnown(codes, new Set(links.map(({ code }) => code)), 'network_unknown_link', 'links')
  return [...new Set(links.map(({ segment }) => segment))].sort((a, b) => a - b)
}

async function requireDevices(db: Db, service: Service, codes: string[], field: string): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set()
  const found = await db.$queryRaw`SELECT code FROM device WHERE service = ${service}::service AND code = ANY (${codes}::text[])`
  const known = new Set(deviceRows.parse(found).map(({ code }) => code))
  requireKnown(codes, known, 'network_unknown_device', field)
  return known
}

/** Looks up what a request names. Throws `bad_input` for no link, for codes that the network does not have, and for a device that is stuck and feeds. */
export async function readTraceRequest(db: Db, service: Service, request: TraceRequest): Promise<TraceTask> {
  const links = requireFew(request.links, 'links')
  if (links.length === 0) throw badInput('network_no_link', 'links')
  const segments = await findSegments(db, service, links)
  const stuck = await requireDevices(db, service, requireFew(request.stuck ?? [], 'stuck'), 'stuck')
  const feeding = await requireDevices(db, service, requireFew(request.feeding ?? [], 'feeding'), 'feeding')
  const both = [...feeding].find((code) => stuck.has(code))
  if (both !== undefined) throw badInput('network_stuck_feeds', 'feeding', { code: both })
  return { segments, stuck, feeding }
}
