import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import type { NetworkTrace, TraceRequest } from './network'

export const TRACED_ROLES = ['isolated', 'cut', 'close', 'stuck', 'alternative'] as const

export type TracedRole = (typeof TRACED_ROLES)[number]

/** GeoJSON of what a trace found, to be drawn over the network. */
export interface TracedShapes {
  type: 'FeatureCollection'
  features: Array<{
    type: 'Feature'
    properties: { code: string; role: TracedRole }
    geometry: { type: 'LineString' | 'Point'; coordinates: unknown }
  }>
  /** Whether there were more links or devices than are drawn: isolated links and devices to close come first. */
  isCutShort: boolean
}

/** A map can draw more, but nobody sees more; some 100 bytes each. */
const MAX_SHAPES = { links: 5_000, devices: 1_000 }

const geometry = z.string().transform((text) => JSON.parse(text) as TracedShapes['features'][number]['geometry'])
const shapes = z.array(z.object({ code: z.string(), role: z.enum(TRACED_ROLES), geometry }))

interface Wanted {
  codes: string[]
  roles: TracedRole[]
  isCutShort: boolean
}

function limit(lists: Array<[role: TracedRole, codes: readonly string[]]>, most: number): Wanted {
  const wanted = lists.flatMap(([role, codes]) => codes.slice(0, most).map((code) => ({ role, code })))
  const taken = wanted.slice(0, most)
  return {
    codes: taken.map(({ code }) => code),
    roles: taken.map(({ role }) => role),
    isCutShort: lists.reduce((sum, [, codes]) => sum + codes.length, 0) > most,
  }
}

/** The shapes of a trace's links and devices: roles `isolated` and `cut` are lines, `close`, `stuck` and `alternative` points. At most 6,000. */
export async function getTracedShapes(
  actor: Actor,
  { service, trace, stuck = [] }: { service: Service; trace: NetworkTrace } & Pick<TraceRequest, 'stuck'>,
): Promise<TracedShapes> {
  requirePolicy(actor, canReadNetwork(actor))
  const links = limit(
    [
      ['isolated', trace.isolatedLinks],
      ['cut', trace.cutLinks],
    ],
    MAX_SHAPES.links,
  )
  const devices = limit(
    [
      ['close', trace.devices],
      ['stuck', stuck],
      ['alternative', trace.alternatives.map(({ device }) => device)],
    ],
    MAX_SHAPES.devices,
  )
  const found = await database().$queryRaw`
    SELECT link.code, wanted.role, ST_AsGeoJSON(link.geom, 6) AS geometry
    FROM unnest(${links.codes}::text[], ${links.roles}::text[]) AS wanted (code, role)
    JOIN network_link link ON link.service = ${service}::service AND link.code = wanted.code
    UNION ALL
    SELECT device.code, wanted.role, ST_AsGeoJSON(device.geom, 6)
    FROM unnest(${devices.codes}::text[], ${devices.roles}::text[]) AS wanted (code, role)
    JOIN device ON device.service = ${service}::service AND device.code = wanted.code`
  return {
    type: 'FeatureCollection',
    features: shapes
      .parse(found)
      .map(({ code, role, geometry: shape }) => ({ type: 'Feature', properties: { code, role }, geometry: shape })),
    isCutShort: links.isCutShort || devices.isCutShort,
  }
}
