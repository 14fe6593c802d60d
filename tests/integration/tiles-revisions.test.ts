import { setTimeout as sleep } from 'node:timers/promises'
import { VectorTile } from '@mapbox/vector-tile'
import Pbf from 'pbf'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, SYSTEM } from '@/lib/auth/actor'
import { database, transaction } from '@/lib/db/client'
import { canEncodeTiles } from '@/lib/geo/tiles/can-encode-tiles'
import { encodeInDatabase } from '@/lib/geo/tiles/encode-in-database'
import { encodeInNode } from '@/lib/geo/tiles/encode-in-node'
import { getTile } from '@/lib/geo/tiles/get-tile'
import { LAYERS, type LayerName } from '@/lib/geo/tiles/layers'
import { tileRevision } from '@/lib/geo/tiles/tile-revisions'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { createUtility, square } from './factories'

/** A process takes revisions for fresh for 1.5 seconds. */
const STALE = 1_600

/** Where the points below are: 8.7° east, 45° north, and what is around at each zoom. */
const tileAt = (z: number) => ({
  z,
  x: Math.floor(((8.71 + 180) / 360) * 2 ** z),
  y: Math.floor(((1 - Math.asinh(Math.tan((45.01 * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z),
})

const db = database()

beforeAll(async () => {
  await createUtility()
  await db.$executeRaw`
    INSERT INTO service_point (service, code, kind, units, geom)
    SELECT (CASE WHEN id % 3 = 0 THEN 'heat' ELSE 'water' END)::service, 'SP' || id, 'individual', 1,
      ST_SetSRID(ST_MakePoint(8.7 + (id % 40) * 0.0005, 45 + (id / 40) * 0.0004), 4326)
    FROM generate_series(1, 1600) id`
  await db.$executeRaw`
    INSERT INTO network_node (service, code, kind, geom)
    SELECT 'water', 'N' || id, 'junction', ST_SetSRID(ST_MakePoint(8.7 + id * 0.0005, 45.01), 4326) FROM generate_series(0, 40) id`
  await db.$executeRaw`
    INSERT INTO network_link (service, code, kind, from_node, to_node, geom)
    SELECT 'water', 'L' || id, 'pipe', 'N' || (id - 1), 'N' || id,
      ST_SetSRID(ST_MakeLine(ST_MakePoint(8.7 + (id - 1) * 0.0005, 45.01), ST_MakePoint(8.7 + id * 0.0005, 45.01)), 4326)
    FROM generate_series(1, 40) id`
})

interface Read {
  type: number
  at: Array<{ x: number; y: number }>
  properties: Record<string, unknown>
}

function read(bytes: Uint8Array, name: string): Map<number, Read> {
  const layer = new VectorTile(new Pbf(bytes)).layers[name]
  const features = Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index))
  return new Map(
    features.flatMap((feature) =>
      feature ? [[feature.id ?? -1, { type: feature.type, at: feature.loadGeometry().flat(), properties: feature.properties }]] : [],
    ),
  )
}

async function draw(name: LayerName, z: number): Promise<Map<number, Read>> {
  return read(await encodeInNode(db, name, LAYERS[name], tileAt(z)), name)
}

describe('service points from afar', () => {
  test.each([8, 10, 12])('are all counted at zoom %s, by service, and no service point is named', async (z) => {
    const cells = [...(await draw('service-points', z)).values()]
    const sum = (name: string) => cells.reduce((total, { properties }) => total + Number(properties[name] ?? 0), 0)
    expect([sum('count'), sum('units'), sum('water'), sum('heat')]).toEqual([1600, 1600, 1067, 533])
    expect(cells.length).toBeLessThan(600)
    expect(cells.every(({ properties }) => !('code' in properties))).toBe(true)
  })

  test('are all counted, nearer than the counts that are kept: what lies in a tile is what its cells say', async () => {
    const tile = tileAt(15)
    const near = await draw('service-points', 15)
    const counts = { water: 0, heat: 0 }
    for (const { at, properties } of near.values()) {
      const [point] = at
      // Only what lies in the tile itself: its neighbours draw the rest.
      if (!point || point.x < 0 || point.x >= 4096 || point.y < 0 || point.y >= 4096) continue
      counts.water += Number(properties.water ?? 0)
      counts.heat += Number(properties.heat ?? 0)
    }
    const inTile = await db.$queryRaw<Array<{ service: string; count: number }>>`
      SELECT service::text, count(*)::int AS count FROM service_point
      WHERE ST_Contains(ST_Transform(ST_TileEnvelope(${tile.z}::int, ${tile.x}::int, ${tile.y}::int), 4326), geom) GROUP BY 1`
    expect(counts).toEqual(Object.fromEntries(inTile.map(({ service, count }) => [service, count])))
  })

  test('are named one by one when the map is close', async () => {
    const points = [...(await draw('service-points', 16)).values()]
    expect(points.length).toBeGreaterThan(50)
    expect(points.every(({ properties }) => /^SP\d+$/.test(String(properties.code)))).toBe(true)
  })

  test('are counted anew when a transaction that changed them ends, and not when it is taken back', async () => {
    const total = async () =>
      (await db.$queryRaw<[{ sum: number }]>`SELECT sum(points)::int AS sum FROM service_point_cell WHERE zoom = 8`)[0].sum
    expect(await total()).toBe(1600)
    await transaction(async (inside) => {
      await inside.$executeRaw`DELETE FROM service_point WHERE code IN ('SP1', 'SP2')`
      await inside.$executeRaw`UPDATE service_point SET geom = ST_SetSRID(ST_MakePoint(12, 50), 4326) WHERE code = 'SP3'`
    })
    expect(await total()).toBe(1598)
    expect((await draw('service-points', 8)).size).toBeGreaterThan(0)
    await transaction(async (inside) => {
      await inside.$executeRaw`DELETE FROM service_point`
      throw new Error('taken back')
    }).catch(() => {})
    expect(await total()).toBe(1598)
  })
})

describe.runIf(await canEncodeTiles(db))('both encoders', () => {
  test.each([
    ['service-points', 9],
    ['service-points', 15],
    ['service-points', 16],
    ['links', 13],
    ['links', 15],
  ] as const)('draw %s at zoom %s alike', async (name, z) => {
    const theirs = read(await encodeInDatabase(db, name, LAYERS[name], tileAt(z)), name)
    const ours = await draw(name, z)
    expect(theirs.size).toBeGreaterThan(0)
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort())
    for (const [id, { properties }] of theirs) expect(ours.get(id)?.properties).toEqual(properties)
  })
})

test('links are one shape from afar, and have codes when the map is close', async () => {
  const far = [...(await draw('links', 13)).values()]
  expect(far.map(({ type, properties }) => [type, properties])).toEqual([[2, { service: 'water' }]])
  const close = [...(await draw('links', 15)).values()]
  expect(close.length).toBeGreaterThan(10)
  expect(close.every(({ properties }) => /^L\d+$/.test(String(properties.code)))).toBe(true)
})

describe('the revision of a layer', () => {
  test('changes when its rows change, for other processes when the transaction ends, and no other layer’s does', async () => {
    const [links, points] = [await tileRevision(['links']), await tileRevision(['service-points'])]
    await db.$executeRaw`UPDATE network_link SET kind = 'main' WHERE code = 'L7'`
    expect(await tileRevision(['links'])).toBe(links)
    await sleep(STALE)
    expect(await tileRevision(['links'])).not.toBe(links)
    expect(await tileRevision(['service-points'])).toBe(points)
  })

  test('does not change with a change that was taken back', async () => {
    await sleep(STALE)
    const before = await tileRevision(['links'])
    await transaction(async (inside) => {
      await inside.$executeRaw`UPDATE network_link SET kind = 'gone'`
      throw new Error('taken back')
    }).catch(() => {})
    await sleep(STALE)
    expect(await tileRevision(['links'])).toBe(before)
  })

  test('stays while changes are added up, and there are never many of them', async () => {
    const sum = async () =>
      (await db.$queryRaw<[{ sum: string }]>`SELECT sum(mark)::text AS sum FROM tile_change WHERE layer = 'boundaries'`)[0].sum
    const before = await sum()
    for (let change = 0; change < 230; change++) await db.$executeRaw`UPDATE device SET conducting = true WHERE code = 'nobody'`
    expect(await sum()).toBe(before)
    const [{ count }] = await db.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM tile_change`
    expect(count).toBeLessThan(130)
  })

  test('of works changes when works are published, not when they are drafted', async () => {
    await sleep(STALE)
    const before = await tileRevision(['works'])
    const now = new Date()
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
    const { reference } = await createWorks(
      SYSTEM,
      { service: 'water', title: 'New pipe', parts: [{ area: square(0, 0, 5), windows: [{ start: at(20), end: at(20.1) }] }] },
      now,
    )
    await sleep(STALE)
    expect(await tileRevision(['works'])).toBe(before)
    await publishWorks(SYSTEM, { reference }, now)
    await sleep(STALE)
    expect(await tileRevision(['works'])).not.toBe(before)
    expect([...(await draw('works', 12)).values()].map(({ properties }) => properties.reference)).toEqual([reference])
  }, 20_000)
})

describe('a tile that one has already', () => {
  const anyone: Actor = { kind: 'public', source: '127.0.0.1' }

  test('is not drawn again while its revision is the current one', async () => {
    const { tag, bytes } = await getTile(SYSTEM, 'links', tileAt(15))
    expect(bytes?.length).toBeGreaterThan(100)
    await db.$executeRaw`ALTER TABLE network_link RENAME TO moved_link`
    try {
      expect(await getTile(SYSTEM, 'links', tileAt(15), [tag])).toEqual({ tag, bytes: null })
      // What was drawn before comes from memory; what was not cannot be drawn without the table.
      expect((await getTile(SYSTEM, 'links', tileAt(15))).bytes).toEqual(bytes)
      await expect(getTile(SYSTEM, 'links', tileAt(17))).rejects.toThrow()
    } finally {
      await db.$executeRaw`ALTER TABLE moved_link RENAME TO network_link`
    }
  })

  test('is not sent again where the change was elsewhere: only its tag is new', async () => {
    const first = await getTile(SYSTEM, 'links', tileAt(15))
    await db.$executeRaw`
      INSERT INTO network_link (service, code, kind, from_node, to_node, geom)
      VALUES ('water', 'FAR', 'pipe', 'N1', 'N9', ST_SetSRID(ST_MakeLine(ST_MakePoint(9.5, 46), ST_MakePoint(9.6, 46)), 4326))`
    await sleep(STALE)
    const second = await getTile(SYSTEM, 'links', tileAt(15), [first.tag])
    expect(second.bytes).toBeNull()
    expect(second.tag).not.toBe(first.tag)
  })

  test('is refused to the public though they name its tag', async () => {
    const { tag } = await getTile(SYSTEM, 'links', tileAt(15))
    await expect(getTile(anyone, 'links', tileAt(15), [tag])).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('is drawn once for many who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => getTile(SYSTEM, 'service-points', tileAt(16))))
    expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1)
  })
})
