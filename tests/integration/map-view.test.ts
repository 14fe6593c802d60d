import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, SYSTEM } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { getMapItem } from '@/lib/geo/map-view/get-map-item'
import { listMapView } from '@/lib/geo/map-view/list-map-view'
import type { ViewBounds } from '@/lib/geo/map-view/map-view'
import { searchNetwork } from '@/lib/geo/map-view/search-network'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { addHousehold, createUtility, square } from './factories'

const db = database()
/** The grid of the factories, and a place far away from it. */
const HERE: ViewBounds = [8.69, 44.99, 8.76, 45.06]
const ELSEWHERE: ViewBounds = [9.69, 44.99, 9.76, 45.06]
const anyone: Actor = { kind: 'public', source: '127.0.0.1' }

let reference = ''

beforeAll(async () => {
  await createUtility()
  await addHousehold({ x: 2, y: 2, street: 'Via Verdi', number: 4, channel: 'sms', value: '+393331234567', language: 'it' })
  await db.$executeRaw`
    INSERT INTO network_node (service, code, kind, geom)
    SELECT 'water', 'N' || id, 'junction', ST_SetSRID(ST_MakePoint(8.7 + id * 0.001, 45.001), 4326) FROM generate_series(0, 60) id`
  await db.$executeRaw`
    INSERT INTO network_link (service, code, kind, from_node, to_node, geom)
    SELECT 'water', 'P_' || lpad(id::text, 3, '0'), 'pipe', 'N' || (id - 1), 'N' || id,
      ST_SetSRID(ST_MakeLine(ST_MakePoint(8.7 + (id - 1) * 0.001, 45.001), ST_MakePoint(8.7 + id * 0.001, 45.001)), 4326)
    FROM generate_series(1, 60) id`
  await db.$executeRaw`
    INSERT INTO device (service, code, kind, link_code, node_code, conducting, geom)
    SELECT 'water', 'V' || from_node, 'valve', code, from_node, code <> 'P_001', ST_StartPoint(geom) FROM network_link WHERE code < 'P_011'`
  const now = new Date()
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
  const works = await createWorks(
    SYSTEM,
    { service: 'water', title: 'New pipe', parts: [{ area: square(1, 0, 4), windows: [{ start: at(20), end: at(20.1) }] }] },
    now,
  )
  reference = works.reference
  await publishWorks(SYSTEM, { reference }, now)
})

describe('the list beside the map', () => {
  test('says what the map shows: works, devices and links by code, and how many service points', async () => {
    const list = await listMapView(SYSTEM, { bounds: HERE, service: null })
    expect(list.works.items).toMatchObject([
      { reference, title: 'New pipe', state: 'published', startsAt: expect.stringMatching(/^\d{4}-.*T/) },
    ])
    expect(list.links).toMatchObject({ count: 60, isMore: false })
    expect(list.links.items).toHaveLength(25)
    expect(list.links.items[0]?.code).toBe('P_001')
    expect(list.devices.items.map(({ conducting }) => conducting).filter((conducting) => !conducting)).toHaveLength(1)
    expect(list.servicePoints).toEqual({ points: 1, units: 1, isEstimate: false })
  })

  test('says nothing of other services and other places', async () => {
    const nothing = { works: { count: 0 }, links: { count: 0 }, devices: { count: 0 }, servicePoints: { points: 0, units: 0 } }
    expect(await listMapView(SYSTEM, { bounds: HERE, service: 'heat' })).toMatchObject(nothing)
    expect(await listMapView(SYSTEM, { bounds: ELSEWHERE, service: null })).toMatchObject(nothing)
  })

  test('counts a region by cells and says that it is an estimate', async () => {
    await db.$executeRaw`
      INSERT INTO service_point (service, code, kind, units, geom)
      SELECT 'power', 'E' || id, 'individual', 1, ST_SetSRID(ST_MakePoint(9.7 + (id % 200) * 0.0002, 45 + (id / 200) * 0.0002), 4326)
      FROM generate_series(1, 21000) id`
    const { servicePoints } = await listMapView(SYSTEM, { bounds: ELSEWHERE, service: 'power' })
    expect(servicePoints).toEqual({ points: 21_000, units: 21_000, isEstimate: true })
    const street = await listMapView(SYSTEM, { bounds: [9.7, 45, 9.702, 45.002], service: 'power' })
    expect(street.servicePoints.isEstimate).toBe(false)
    expect(street.servicePoints.points).toBeGreaterThan(50)
  })

  test('is for staff, and of places on earth', async () => {
    await expect(listMapView(anyone, { bounds: HERE, service: null })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(listMapView(SYSTEM, { bounds: [8, 45, 999, 46], service: null })).rejects.toMatchObject({ code: 'bad_input' })
  })
})

describe('one thing on the map', () => {
  test('is a link with its length, its nodes and the works that touch it', async () => {
    const link = await getMapItem(SYSTEM, { layer: 'links', service: 'water', code: 'P_003' })
    expect(link.facts).toMatchObject({ kind: 'pipe', fromNode: 'N2', toNode: 'N3' })
    expect(link.facts.metres).toBeGreaterThan(70)
    expect(link.geometry.type).toBe('LineString')
    expect(link.works.map((works) => works.reference)).toEqual([reference])
    expect((await getMapItem(SYSTEM, { layer: 'links', service: 'water', code: 'P_060' })).works).toEqual([])
  })

  test('is a device, a service point that loses supply, or works', async () => {
    const device = await getMapItem(SYSTEM, { layer: 'devices', service: 'water', code: 'VN0' })
    expect(device.facts).toMatchObject({ kind: 'valve', conducting: false, link: 'P_001' })
    const [point] = await db.$queryRaw<[{ code: string }]>`SELECT code FROM service_point WHERE service = 'water'`
    const servicePoint = await getMapItem(SYSTEM, { layer: 'service-points', service: 'water', code: point.code })
    expect(servicePoint.facts).toMatchObject({ units: 1, address: 'Via Verdi 4, Provaglio' })
    expect(servicePoint.works.map((works) => works.reference)).toEqual([reference])
    const works = await getMapItem(SYSTEM, { layer: 'works', service: 'water', code: reference })
    expect(works.facts).toMatchObject({ title: 'New pipe', state: 'published' })
    expect(works.bounds[0]).toBeCloseTo(8.701, 3)
  })

  test('is not there under a code that nobody has, nor for the public', async () => {
    await expect(getMapItem(SYSTEM, { layer: 'links', service: 'gas', code: 'P_003' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(getMapItem(anyone, { layer: 'links', service: 'water', code: 'P_003' })).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('the search for a code', () => {
  const codes = async (text: string) => (await searchNetwork(SYSTEM, text)).map(({ code }) => code)

  test('finds what begins so, in any case', async () => {
    expect(await codes('p_00')).toEqual(['P_001', 'P_002', 'P_003', 'P_004', 'P_005'])
    expect(await codes(' VN9 ')).toEqual(['VN9'])
    expect(await codes(reference.toLowerCase())).toEqual([reference])
    expect(await codes('E20999')).toEqual(['E20999'])
  })

  test('takes no sign for a wildcard', async () => {
    expect(await codes('P%')).toEqual([])
    expect(await codes('PX0')).toEqual([])
    expect(await codes('\\\\')).toEqual([])
  })

  test('finds nothing for one letter, and is for staff', async () => {
    expect(await codes('P')).toEqual([])
    await expect(searchNetwork(anyone, 'P_0')).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})
