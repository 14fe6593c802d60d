import { z } from 'zod'
import { DeviceKind, NodeKind, ServicePointKind } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import { readCode, readCodeOrNull } from './read-code'
import type { NetworkEntry, NetworkPart } from './staged-network'

export interface NetworkFeature {
  properties?: Record<string, unknown> | null | undefined
  geometry?: { type: string; coordinates: unknown } | null | undefined
}

const position = z.tuple([z.number(), z.number()]).rest(z.number())
const positions = z.array(position).min(2)

/** Dwellings behind one meter. Above this a file counts something else; the same as for files of service points. */
const MAX_UNITS = 5_000

interface Place {
  x: number | null
  y: number | null
}

function readPoint({ geometry }: NetworkFeature): Place {
  if (!geometry) return { x: null, y: null }
  const point = geometry.type === 'Point' ? position.safeParse(geometry.coordinates).data : undefined
  if (!point) throw badInput('import_not_point', 'geometry')
  return { x: point[0], y: point[1] }
}

function readShape({ geometry }: NetworkFeature): string | null {
  if (!geometry) return null
  const line = geometry.type === 'LineString' ? positions.safeParse(geometry.coordinates).data : undefined
  if (!line) throw badInput('network_not_line', 'geometry')
  return line.map(([x, y]) => `${x} ${y}`).join(',')
}

function readOneOf<T extends string>(value: unknown, field: string, allowed: readonly T[]): T {
  const text = readCode(value, field)
  const found = allowed.find((word) => word === text.toLowerCase())
  if (!found) throw badInput('import_not_one_of', field, { value: text, allowed: allowed.join(', ') })
  return found
}

function readConducting(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'boolean') return value
  throw badInput('import_bad_flag', 'conducting', { value: String(value).slice(0, 40) })
}

function readUnits(value: unknown): number | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_UNITS) return value
  throw badInput('import_bad_units', 'units', { value: String(value).slice(0, 40), max: MAX_UNITS })
}

type Properties = Record<string, unknown>

const READERS: Record<NetworkPart, (line: number, properties: Properties, feature: NetworkFeature) => NetworkEntry> = {
  node: (line, { id, kind }, feature) => ({
    what: 'node',
    row: { line, code: readCode(id, 'id'), kind: readOneOf(kind ?? 'junction', 'kind', Object.values(NodeKind)), ...readPoint(feature) },
  }),
  link: (line, { id, kind, from, to }, feature) => ({
    what: 'link',
    row: {
      line,
      code: readCode(id, 'id'),
      kind: readCodeOrNull(kind, 'kind') ?? 'link',
      from: readCode(from, 'from'),
      to: readCode(to, 'to'),
      shape: readShape(feature),
      isClosed: false,
    },
  }),
  device: (line, { id, kind, link, node, conducting }, feature) => ({
    what: 'device',
    row: {
      line,
      code: readCode(id, 'id'),
      kind: readOneOf(kind, 'kind', Object.values(DeviceKind)),
      link: readCode(link, 'link'),
      node: readCode(node, 'node'),
      conducting: readConducting(conducting),
      ...readPoint(feature),
    },
  }),
  service_point: (line, { id, node, link, kind, units }, feature) => ({
    what: 'service_point',
    row: {
      line,
      code: readCode(id, 'id'),
      node: readCodeOrNull(node, 'node'),
      link: readCodeOrNull(link, 'link'),
      kind: kind === undefined || kind === null ? null : readOneOf(kind, 'kind', Object.values(ServicePointKind)),
      units: readUnits(units),
      ...readPoint(feature),
    },
  }),
}

/** Reads one feature of a network in GeoJSON. Throws `bad_input` with what is wrong with it. */
export function readNetworkFeature(feature: NetworkFeature, line: number): NetworkEntry {
  const properties = feature.properties ?? {}
  const part = readOneOf(properties.feature, 'feature', ['node', 'link', 'device', 'service_point'] as const)
  return READERS[part](line, properties, feature)
}
