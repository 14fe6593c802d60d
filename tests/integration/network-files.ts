import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Feature } from 'geojson'
import { database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { importNetwork, type NetworkImportRequest, type NetworkImportSummary } from '@/lib/network/import-network'
import { beginAnew } from './begin-anew'
import { CLI, fileOf, NOW } from './import-files'
import type { TestNetwork } from './network-plain-search'

const SHARED = path.resolve('..', 'shared', 'data', 'network')
export const NET3 = path.join(SHARED, 'net3.inp')
export const NET3_VALVES = path.join(SHARED, 'net3-valves.csv')
export const SCHUTTERWALD = path.join(SHARED, 'schutterwald-power.geojson')
export const EXPECTED = {
  nodes: path.join(SHARED, 'net3-expected-node-segments.csv'),
  links: path.join(SHARED, 'net3-expected-link-segments.csv'),
}

/** The real networks lie beside the project, and are not part of it. */
export const hasRealNetworks = existsSync(NET3) && existsSync(SCHUTTERWALD)
if (!hasRealNetworks) console.info('Skipped: ../shared/data/network with the real networks is missing.')

export function importFiles(
  request: Partial<NetworkImportRequest> & { files: string[] },
  service: Service = 'water',
): Promise<NetworkImportSummary> {
  return importNetwork(CLI, { service, ...request }, NOW)
}

/** A place on the grid of the factories: some 100 m a step. */
function at(x: number, y: number): [number, number] {
  return [Number((8.7 + x * 0.001).toFixed(6)), Number((45 + y * 0.001).toFixed(6))]
}

type Properties = Record<string, unknown>

export const feature = {
  node: (id: string, x: number, y: number, kind = 'junction'): Feature => ({
    type: 'Feature',
    properties: { feature: 'node', id, kind },
    geometry: { type: 'Point', coordinates: at(x, y) },
  }),
  link: (id: string, from: string, to: string, line?: Array<[number, number]>): Feature => ({
    type: 'Feature',
    properties: { feature: 'link', id, kind: 'pipe', from, to },
    // Features without a place have null for it.
    geometry: (line ? { type: 'LineString', coordinates: line.map(([x, y]) => at(x, y)) } : null) as Feature['geometry'],
  }),
  valve: (id: string, link: string, node: string, conducting = true): Feature => ({
    type: 'Feature',
    properties: { feature: 'device', id, kind: 'valve', link, node, conducting },
    geometry: null as unknown as Feature['geometry'],
  }),
  point: (id: string, on: Properties, place?: [number, number]): Feature => ({
    type: 'Feature',
    properties: { feature: 'service_point', id, ...on },
    geometry: (place ? { type: 'Point', coordinates: at(...place) } : null) as Feature['geometry'],
  }),
}

export function geojsonFile(features: unknown[], name = 'network.geojson'): string {
  return fileOf([JSON.stringify({ type: 'FeatureCollection', features })], name)
}

/** A network of the reference as features in one long row; service points on their node or link. */
export function toFeatures({ nodes, links, devices, points }: TestNetwork): Feature[] {
  return [
    ...nodes.map(({ code, isSource }, index) => feature.node(code, index % 40, Math.floor(index / 40), isSource ? 'source' : 'junction')),
    ...links.map(({ code, from, to }) => feature.link(code, from, to)),
    ...devices.map(({ code, link, node, conducting }) => feature.valve(code, link, node, conducting)),
    ...points.map(({ code, on }) => feature.point(code, on.startsWith('n:') ? { node: on.slice(2) } : { link: on.slice(2) })),
  ]
}

/** A GeoJSON network as the reference reads it. */
export function readTestNetwork(file: string): TestNetwork {
  const network: TestNetwork = { nodes: [], links: [], devices: [], points: [] }
  for (const { properties } of JSON.parse(readFileSync(file, 'utf8')).features) {
    const { feature: part, id: code } = properties
    if (part === 'node') network.nodes.push({ code, isSource: properties.kind !== 'junction' })
    if (part === 'link') network.links.push({ code, from: properties.from, to: properties.to })
    if (part === 'device') network.devices.push({ code, link: properties.link, node: properties.node, conducting: properties.conducting })
    if (part === 'service_point') network.points.push({ code, on: properties.node ? `n:${properties.node}` : `l:${properties.link}` })
  }
  return network
}

/** Net3 as the reference reads it: plain sections of an EPANET file, and valves. A service point on each node and link. */
export function readNet3(): TestNetwork {
  const sections = new Map<string, string[][]>()
  let section: string[][] = []
  for (const line of readFileSync(NET3, 'utf8').split('\n')) {
    const words = (line.split(';')[0] ?? '').trim().split(/\s+/)
    if (words[0]?.startsWith('[')) {
      section = []
      sections.set(words[0], section)
    } else if (words[0]) section.push(words)
  }
  const rows = (name: string) => sections.get(name) ?? []
  const nodes = [
    ...rows('[JUNCTIONS]').map(([code = '']) => ({ code, isSource: false })),
    ...[...rows('[RESERVOIRS]'), ...rows('[TANKS]')].map(([code = '']) => ({ code, isSource: true })),
  ]
  const links = [...rows('[PIPES]'), ...rows('[PUMPS]'), ...rows('[VALVES]')].map(([code = '', from = '', to = '']) => ({ code, from, to }))
  const devices = readFileSync(NET3_VALVES, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','))
    .map(([, link = '', node = '']) => ({ code: `${link}@${node}`, link, node, conducting: true }))
  const points = [...nodes.map(({ code }) => `n:${code}`), ...links.map(({ code }) => `l:${code}`)].map((on) => ({ code: `P ${on}`, on }))
  return { nodes, links, devices, points }
}

/** Two segments, with a valve between them. */
export const NETWORK = [
  feature.node('S', 0, 0, 'source'),
  feature.node('A', 1, 0),
  feature.node('B', 2, 0),
  feature.link('SA', 'S', 'A'),
  feature.link('AB', 'A', 'B'),
  feature.valve('V', 'AB', 'A'),
]

/** What the database has: codes of nodes, links and devices. */
export async function codesOf() {
  const select = { select: { code: true }, orderBy: { code: 'asc' } } as const
  const db = database()
  const [nodes, links, devices] = [
    await db.networkNode.findMany(select),
    await db.networkLink.findMany(select),
    await db.device.findMany(select),
  ]
  return [nodes, links, devices].map((rows) => rows.map(({ code }) => code).join(' '))
}

/** A utility that has no network and has imported nothing. */
export async function forgetNetworks(): Promise<void> {
  await beginAnew(
    'network',
    'network_segment',
    'network_node',
    'network_link',
    'device',
    'service_point',
    'import_run',
    'staging.network_node',
    'staging.network_link',
    'staging.network_device',
    'staging.network_point',
    'staging.network_remark',
  )
}
