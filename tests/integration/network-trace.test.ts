import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { findAllSegments } from '@/lib/network/find-all-segments'
import { findLinkAt } from '@/lib/network/find-link-at'
import { findNetworkPlaces } from '@/lib/network/find-network-places'
import { getTracedShapes } from '@/lib/network/get-traced-shapes'
import type { NetworkTrace } from '@/lib/network/network'
import { trace } from '@/lib/network/trace'
import { traceNetwork } from '@/lib/network/trace-network'
import { CLI } from './import-files'
import {
  EXPECTED,
  feature,
  forgetNetworks,
  geojsonFile,
  hasRealNetworks,
  importFiles,
  NET3,
  NET3_VALVES,
  readNet3,
  readTestNetwork,
  SCHUTTERWALD,
  toFeatures,
} from './network-files'
import { PlainSearch, type PlainTrace, type TestNetwork } from './network-plain-search'
import { randomNetwork, randomOf, someOf } from './network-random'

beforeEach(async () => {
  await forgetNetworks()
})

type Points = Array<{ code: string; segment: number | null }>

/** The service points of a network, in order, with the segments that they stand in. */
function readPoints(service: Service): Promise<Points> {
  return database().$queryRaw<Points>`
    SELECT code, segment FROM service_point WHERE service = ${service}::service ORDER BY code COLLATE "C"`
}

/** A trace in the reference's words: the service points are those in the ranges that it gives. */
function inCodes(all: Points, { ranges, ...traced }: NetworkTrace) {
  const isHit = (segment: number | null) => segment !== null && ranges.some(([first, last]) => segment >= first && segment <= last)
  const points = all.filter(({ segment }) => isHit(segment)).map(({ code }) => code)
  expect(traced.servicePoints).toBe(points.length)
  return {
    isolatedLinks: traced.isolatedLinks,
    cutLinks: traced.cutLinks,
    points,
    devices: traced.devices,
    alternatives: Object.fromEntries(traced.alternatives.map(({ device, servicePoints }) => [device, servicePoints])),
  }
}

const counted = (plain: PlainTrace) => ({
  ...plain,
  alternatives: Object.fromEntries(Object.entries(plain.alternatives).map(([device, points]) => [device, points.length])),
})

async function compareEveryLink(service: Service, network: TestNetwork): Promise<{ cut: number; alternatives: number }> {
  const reference = new PlainSearch(network)
  const points = await readPoints(service)
  const total = { cut: 0, alternatives: 0 }
  const known = new Set<string>()
  for (const { code } of network.links) {
    // Links that are isolated together, by the reference and by us alike, are one request: the first of them asks for all.
    if (known.has(code)) continue
    const plain = reference.trace([code])
    for (const other of plain?.isolatedLinks ?? []) known.add(other)
    if (!plain) throw new Error('the reference refused')
    const traced = await traceNetwork(database(), service, { links: [code] })
    expect(inCodes(points, traced), code).toEqual(counted(plain))
    total.cut += plain.cutLinks.length
    total.alternatives += traced.alternatives.length
  }
  expect(known.size).toBe(network.links.length)
  return total
}

async function compareRandomRequests(service: Service, network: TestNetwork, rounds: number, seed: number): Promise<void> {
  const reference = new PlainSearch(network)
  const points = await readPoints(service)
  const random = randomOf(seed)
  const links = network.links.map(({ code }) => code)
  const devices = network.devices.map(({ code }) => code)
  for (let round = 0; round < rounds; round++) {
    const request = {
      links: [links[Math.floor(random() * links.length)] ?? '', ...someOf(random, links, 2)],
      stuck: someOf(random, devices, devices.length / 3),
    }
    const feeding = someOf(
      random,
      network.devices.filter(({ code, conducting }) => !conducting && !request.stuck.includes(code)).map(({ code }) => code),
      2,
    )
    const plain = reference.trace(request.links, request.stuck, feeding)
    const traced = await traceNetwork(database(), service, { ...request, feeding }).catch((error) => error.detail.reason)
    if (!plain) expect(traced, `round ${round}`).toBe('network_feeds_isolated')
    else expect(inCodes(points, traced), `round ${round}`).toEqual(counted(plain))
  }
}

describe.runIf(hasRealNetworks)('Net3 with its valves', () => {
  const network = hasRealNetworks ? readNet3() : null

  async function importNet3(): Promise<TestNetwork> {
    if (!network) throw new Error('Net3 is missing')
    await importFiles({ files: [NET3], valves: NET3_VALVES })
    const points = network.points.map(({ code, on }) =>
      feature.point(code, on.startsWith('n:') ? { node: on.slice(2) } : { link: on.slice(2) }),
    )
    await importFiles({ files: [geojsonFile(points)], add: true })
    return network
  }

  it('has exactly the 23 segments that WNTR finds', async () => {
    await importNet3()
    const segments = await findAllSegments(CLI, 'water')
    expect(segments).toHaveLength(23)
    for (const part of ['nodes', 'links'] as const) {
      const expected = new Map<string, string[]>()
      for (const row of readFileSync(EXPECTED[part], 'utf8').trim().split(/\r?\n/).slice(1)) {
        const [code = '', segment = ''] = row.split(',')
        expected.set(segment, [...(expected.get(segment) ?? []), code])
      }
      const partition = (groups: Iterable<string[]>) =>
        [...groups]
          .filter((group) => group.length > 0)
          .map((group) => group.toSorted().join(' '))
          .sort()
      expect(partition(segments.map((segment) => segment[part]))).toEqual(partition(expected.values()))
    }
  })

  it('is traced as the plain search does, link by link, and with stuck devices', async () => {
    const net3 = await importNet3()
    await compareEveryLink('water', net3)
    await compareRandomRequests('water', net3, 150, 3)
  })
})

describe.runIf(hasRealNetworks)('the power grid of Schutterwald', () => {
  it('is traced as the plain search does, for every link, and with stuck and feeding switches', { timeout: 300_000 }, async () => {
    await importFiles({ files: [SCHUTTERWALD] }, 'power')
    const network = readTestNetwork(SCHUTTERWALD)
    const total = await compareEveryLink('power', network)
    expect(total.cut).toBeGreaterThan(100)
    expect(total.alternatives).toBeGreaterThan(10)
    await compareRandomRequests('power', network, 100, 7)
  })
})

describe('random networks, through the database', () => {
  it('are traced as the plain search does, each replacing the one before', { timeout: 300_000 }, async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const network = randomNetwork(seed * 1_000)
      await database().$executeRaw`DELETE FROM service_point`
      await importFiles({ files: [geojsonFile(toFeatures(network))] })
      await compareEveryLink('water', network)
      await compareRandomRequests('water', network, 10, seed)
    }
  })
})

/**
 * source S – a –[V1]– b –[V2]– c, and d beyond c behind a closed valve T from a second source.
 * One service point on each link.
 */
const SMALL = [
  feature.node('S', 0, 0, 'source'),
  feature.node('A', 1, 0),
  feature.node('B', 2, 0),
  feature.node('C', 3, 0),
  feature.node('D', 4, 0, 'source'),
  feature.link('SA', 'S', 'A'),
  feature.link('AB', 'A', 'B'),
  feature.link('BC', 'B', 'C'),
  feature.link('CD', 'C', 'D'),
  feature.valve('V0', 'AB', 'A'),
  feature.valve('V1', 'AB', 'B'),
  feature.valve('V2', 'BC', 'B'),
  feature.valve('T', 'CD', 'C', false),
  feature.point('P-SA', { link: 'SA' }),
  feature.point('P-AB', { link: 'AB' }),
  feature.point('P-BC', { link: 'BC', kind: 'shared', units: 12 }),
  feature.point('P-CD', { link: 'CD' }),
]

describe('a trace', () => {
  beforeEach(async () => {
    await importFiles({ files: [geojsonFile(SMALL)] })
  })

  it('names the devices to close, what is isolated, what is cut beyond, and what would bring it back', async () => {
    expect(await trace(CLI, { service: 'water', links: ['AB'] })).toMatchObject({
      devices: ['V0', 'V1'],
      segments: 1,
      isolatedLinks: ['AB'],
      cutLinks: ['BC'],
      servicePoints: 2,
      units: 13,
      alternatives: [{ device: 'T', servicePoints: 1 }],
    })
  })

  it('passes over a stuck device and widens', async () => {
    expect(await trace(CLI, { service: 'water', links: ['AB'], stuck: ['V0'] })).toMatchObject({
      devices: ['V1'],
      segments: 2,
      isolatedLinks: ['AB', 'SA'],
      cutLinks: ['BC'],
      servicePoints: 3,
    })
  })

  it('takes a device that will be operated into account, and refuses one that feeds what is isolated', async () => {
    expect(await trace(CLI, { service: 'water', links: ['AB'], feeding: ['T'] })).toMatchObject({
      cutLinks: [],
      servicePoints: 1,
      alternatives: [],
    })
    await expect(trace(CLI, { service: 'water', links: ['BC'], feeding: ['T'] })).rejects.toMatchObject({
      detail: { reason: 'network_feeds_isolated', field: 'feeding' },
    })
  })

  it('respects a valve that is closed already, and does not name it', async () => {
    expect(await trace(CLI, { service: 'water', links: ['CD'] })).toMatchObject({
      devices: [],
      isolatedLinks: ['CD'],
      cutLinks: [],
      servicePoints: 1,
    })
  })

  it('does not count points that had no supply before, but those of what is isolated', async () => {
    const island = [feature.node('X', 10, 0), feature.node('Y', 11, 0), feature.link('XY', 'X', 'Y'), feature.point('P-XY', { link: 'XY' })]
    await importFiles({ files: [geojsonFile([...SMALL, ...island])] })
    expect(await trace(CLI, { service: 'water', links: ['SA'] })).toMatchObject({ servicePoints: 3 })
    expect(await trace(CLI, { service: 'water', links: ['XY'] })).toMatchObject({ devices: [], cutLinks: [], servicePoints: 1 })
  })

  it.each([
    ['a link that is not there', { links: ['ZZ'] }, 'network_unknown_link', 'links'],
    ['no link', { links: [] }, 'network_no_link', 'links'],
    ['a device that is not there', { links: ['AB'], stuck: ['ZZ'] }, 'network_unknown_device', 'stuck'],
    ['a device that is stuck and feeds', { links: ['AB'], stuck: ['T'], feeding: ['T'] }, 'network_stuck_feeds', 'feeding'],
  ])('refuses %s', async (_, request, reason, field) => {
    await expect(trace(CLI, { service: 'water', ...request })).rejects.toMatchObject({ code: 'bad_input', detail: { reason, field } })
  })

  it('says where no network was imported', async () => {
    await expect(trace(CLI, { service: 'heat', links: ['AB'] })).rejects.toMatchObject({ detail: { reason: 'network_not_imported' } })
  })

  it('is for staff alone', async () => {
    const request = { service: 'water' as const, links: ['AB'] }
    await expect(trace({ kind: 'public', source: '::1' }, request)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(trace({ kind: 'api_key', id: 1, name: 'k', scopes: ['works:read'], source: '::1' }, request)).rejects.toMatchObject({
      code: 'forbidden',
    })
    for (const role of ['operator', 'approver', 'call_centre', 'admin'] as const) {
      const staff = { kind: 'staff' as const, id: 1, email: 'a@example.org', name: 'A', role, source: '::1' }
      expect(await trace(staff, request)).toMatchObject({ servicePoints: 2 })
    }
  })

  it('is drawn as lines and points with their roles', async () => {
    const traced = await trace(CLI, { service: 'water', links: ['AB'], stuck: ['V0'] })
    const shapes = await getTracedShapes(CLI, { service: 'water', trace: traced, stuck: ['V0'] })
    expect(shapes.isCutShort).toBe(false)
    expect(shapes.features.map(({ properties, geometry }) => `${properties.role} ${properties.code} ${geometry.type}`).sort()).toEqual([
      'alternative T Point',
      'close V1 Point',
      'cut BC LineString',
      'isolated AB LineString',
      'isolated SA LineString',
      'stuck V0 Point',
    ])
  })

  it('finds links and devices by how their codes begin, and the link at a place', async () => {
    const codes = async (text: string) =>
      (await findNetworkPlaces(CLI, { service: 'water', text })).map(({ what, code }) => `${what} ${code}`)
    expect(await codes('v')).toEqual(['device V0', 'device V1', 'device V2'])
    expect(await codes('ab')).toEqual(['link AB'])
    expect(await codes('%')).toEqual([])
    expect(await codes(' ')).toEqual([])
    const near = { service: 'water' as const, longitude: 8.7015, latitude: 45.0001, within: 20 }
    expect(await findLinkAt(CLI, near)).toMatchObject({ what: 'link', code: 'AB' })
    expect(await findLinkAt(CLI, { ...near, latitude: 45.001 })).toBeNull()
  })
})
