import type { MultiLineString, Position } from 'geojson'
import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { type Db, database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import type { NetworkTrace, TraceRequest } from '@/lib/network/network'
import { traceNetwork } from '@/lib/network/trace-network'
import { parseInput } from '@/lib/parse-input'
import { SERVICES } from '@/lib/works/works'

const codes = z.array(z.string().trim().min(1).max(80)).max(500)
const traceInput = z.object({ service: z.enum(SERVICES), links: codes, stuck: codes.default([]), feeding: codes.default([]) })

/** A trace as a map shows it. WGS84. */
export interface SelectionTrace extends Omit<NetworkTrace, 'isolatedLinks' | 'cutLinks' | 'ranges'> {
  isolated: MultiLineString
  cut: MultiLineString
  /** Where the devices are that the trace or the request names. */
  places: Array<{ code: string; at: Position }>
}

const lineRow = z.tuple([z.object({ lines: z.string().nullable() })])
const placeRows = z.array(z.object({ code: z.string(), longitude: z.number(), latitude: z.number() }))

async function drawLinks(db: Db, service: Service, links: string[]): Promise<MultiLineString> {
  const rows = await db.$queryRaw`
    SELECT ST_AsGeoJSON(ST_Multi(ST_LineMerge(ST_Collect(geom))), 6) AS lines FROM network_link WHERE service = ${service}::service AND code = ANY (${links}::text[])`
  const [{ lines }] = lineRow.parse(rows)
  return lines === null ? { type: 'MultiLineString', coordinates: [] } : (JSON.parse(lines) as MultiLineString)
}

async function findDevicePlaces(db: Db, service: Service, devices: string[]): Promise<SelectionTrace['places']> {
  const rows = await db.$queryRaw`
    SELECT code, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM device WHERE service = ${service}::service AND code = ANY (${devices}::text[]) ORDER BY code COLLATE "C"`
  return placeRows.parse(rows).map(({ code, longitude, latitude }) => ({ code, at: [longitude, latitude] }))
}

/** What isolating links means, with the shapes that a map shows of it. Throws as traceNetwork does, and `forbidden`. */
export async function traceSelection(actor: Actor, service: Service, request: TraceRequest): Promise<SelectionTrace> {
  requirePolicy(actor, canPlanWorks(actor))
  const { links, stuck, feeding } = parseInput(traceInput, { service, ...request })
  const db = database()
  const { isolatedLinks, cutLinks, ranges: _, ...trace } = await traceNetwork(db, service, { links, stuck, feeding })
  const named = [...trace.devices, ...stuck, ...feeding, ...trace.alternatives.map(({ device }) => device)]
  return {
    ...trace,
    isolated: await drawLinks(db, service, isolatedLinks),
    cut: await drawLinks(db, service, cutLinks),
    places: await findDevicePlaces(db, service, named),
  }
}
