import { classifyRings, VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import Pbf from 'pbf'
import { describe, expect, test } from 'vitest'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { canEncodeTiles } from '@/lib/geo/tiles/can-encode-tiles'
import { encodeInDatabase } from '@/lib/geo/tiles/encode-in-database'
import { encodeInNode } from '@/lib/geo/tiles/encode-in-node'
import { getTile } from '@/lib/geo/tiles/get-tile'
import type { TileLayer } from '@/lib/geo/tiles/layers'
import { parseTile, type Tile } from '@/lib/geo/tiles/tile'

/** Snapping and clipping may differ by the order in which they are done: by this many of a tile's 4096 units. */
const TOLERANCE = 1

/** A made-up quarter at 12.5° east, 45.2° north: 900 features about 40 metres apart, of every kind that a layer may hold. */
function layerOf(geometry: Prisma.Sql): TileLayer {
  return {
    audience: 'public',
    minZoom: 0,
    select: (_, { draw, touches }) => Prisma.sql`
      SELECT id, 'Vicolo Šv. Ґудзик ' || id AS name, id % 7 AS units, id % 2 = 0 AS conducting, NULL AS nothing, ${draw(Prisma.sql`geom`)} AS geom
      FROM (
        SELECT id, ST_SetSRID(${geometry}, 4326) AS geom
        FROM (SELECT id, 12.5 + (id % 30) * 0.0005 AS lon, 45.2 + (id / 30) * 0.00036 AS lat FROM generate_series(1, 900) id) place
      ) shape WHERE ${touches(Prisma.sql`geom`)}`,
  }
}

const HOUSE = Prisma.sql`ST_Rotate(ST_MakeEnvelope(lon, lat, lon + 0.0002, lat + 0.00015), id, ST_Point(lon, lat))`
const LAYERS: Record<string, TileLayer> = {
  points: layerOf(Prisma.sql`ST_Point(lon, lat)`),
  lines: layerOf(Prisma.sql`
    ST_MakeLine(ARRAY[ST_Point(lon, lat), ST_Point(lon + 0.003, lat + 0.0007 * sin(id)), ST_Point(lon + 0.004, lat + 0.002 * cos(id))])`),
  broken_lines: layerOf(Prisma.sql`ST_Multi(ST_MakeLine(ST_Point(lon, lat), ST_Point(lon + 0.0003, lat + 0.0002)))`),
  houses: layerOf(HOUSE),
  courtyards: layerOf(Prisma.sql`ST_Difference(${HOUSE}, ST_Buffer(ST_Centroid(${HOUSE}), 0.00004, 'quad_segs=4'))`),
  areas: layerOf(Prisma.sql`ST_Multi(ST_Buffer(ST_Point(lon, lat), 0.0004 + 0.00002 * (id % 9), 'quad_segs=3'))`),
}
const TILES: Tile[] = [
  { z: 16, x: 35044, y: 23521 },
  { z: 15, x: 17522, y: 11760 },
  { z: 14, x: 8761, y: 5880 },
]

function decode(bytes: Uint8Array, name: string): Map<number, VectorTileFeature> {
  const { layers } = new VectorTile(new Pbf(bytes))
  expect(Object.keys(layers)).toEqual([name])
  const layer = layers[name]
  if (!layer) throw new Error(`no layer ${name}`)
  expect([layer.version, layer.extent]).toEqual([2, 4096])
  const features = Array.from({ length: layer.length }, (_, index) => layer.feature(index))
  return new Map(features.map((feature) => [feature.id ?? -1, feature]))
}

function size(feature: VectorTileFeature): number {
  const [west = 0, north = 0, east = 0, south = 0] = feature.bbox()
  return Math.max(east - west, south - north)
}

/** Area of polygons with holes taken out, length of lines, number of points: in tile units. */
function measure(feature: VectorTileFeature): { amount: number; outline: number } {
  const paths = feature.loadGeometry()
  const length = (path: Array<{ x: number; y: number }>) =>
    path.slice(1).reduce((sum, point, index) => sum + Math.hypot(point.x - (path[index]?.x ?? 0), point.y - (path[index]?.y ?? 0)), 0)
  const outline = paths.reduce((sum, path) => sum + length(path), 0)
  if (feature.type === 1) return { amount: paths.flat().length, outline: 0 }
  if (feature.type === 2) return { amount: outline, outline: 1 }
  const area = (ring: Array<{ x: number; y: number }>) =>
    ring.reduce((sum, point, index) => {
      const next = ring[(index + 1) % ring.length] ?? point
      return sum + (point.x * next.y - next.x * point.y) / 2
    }, 0)
  // Outer rings count up and holes count down only where their winding is what the specification asks for.
  for (const polygon of classifyRings(paths)) expect(area(polygon[0] ?? [])).toBeGreaterThan(0)
  return { amount: paths.reduce((sum, ring) => sum + area(ring), 0), outline }
}

function expectSameDrawing(ours: VectorTileFeature, theirs: VectorTileFeature): void {
  expect(ours.type).toBe(theirs.type)
  expect(ours.properties).toEqual(theirs.properties)
  ours.bbox().forEach((side, index) => {
    expect(Math.abs(side - (theirs.bbox()[index] ?? Number.NaN))).toBeLessThanOrEqual(TOLERANCE)
  })
  const [mine, other] = [measure(ours), measure(theirs)]
  expect(Math.abs(mine.amount - other.amount)).toBeLessThanOrEqual(TOLERANCE * Math.max(mine.outline, other.outline))
}

const canCompare = await canEncodeTiles(database())

describe.runIf(canCompare)('the encoder in Node draws what PostGIS draws', () => {
  for (const [name, layer] of Object.entries(LAYERS)) {
    test.each(TILES)(`${name} at zoom $z`, async (tile) => {
      const theirs = decode(await encodeInDatabase(database(), name, layer, tile), name)
      const ours = decode(await encodeInNode(database(), name, layer, tile), name)
      expect(theirs.size).toBeGreaterThan(30)
      for (const [id, feature] of theirs) {
        const drawn = ours.get(id)
        if (drawn) expectSameDrawing(drawn, feature)
        else expect(size(feature)).toBeLessThanOrEqual(TOLERANCE)
      }
      for (const [id, feature] of ours) if (!theirs.has(id)) expect(size(feature)).toBeLessThanOrEqual(TOLERANCE)
    })
  }
})

test.each(Object.entries(LAYERS))('the encoder in Node draws %s on any PostGIS', async (name, layer) => {
  const features = decode(await encodeInNode(database(), name, layer, { z: 16, x: 35044, y: 23521 }), name)
  expect(features.size).toBeGreaterThan(30)
  for (const [id, feature] of features) {
    expect(feature.properties).toEqual({ name: `Vicolo Šv. Ґудзик ${id}`, units: id % 7, conducting: id % 2 === 0 })
    expect(measure(feature).amount).toBeGreaterThan(0)
  }
})

describe('a tile', () => {
  const anyone = { kind: 'public', source: '127.0.0.1' } as const

  test('is empty where nothing is', async () => {
    expect((await getTile(anyone, 'backdrop', { z: 16, x: 0, y: 0 })).bytes).toHaveLength(0)
  })

  test('of the network is for staff only', async () => {
    await expect(getTile(anyone, 'links', { z: 16, x: 0, y: 0 })).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test.each(['nothing', 'constructor', '__proto__'])('of the layer "%s" does not exist', async (layer) => {
    await expect(getTile(anyone, layer, { z: 1, x: 0, y: 0 })).rejects.toMatchObject({ code: 'not_found' })
  })

  test.each([
    ['z', { z: '23', x: '0', y: '0.mvt' }],
    ['x', { z: '2', x: '4', y: '0.mvt' }],
    ['y', { z: '2', x: '3', y: '4.mvt' }],
    ['y', { z: '2', x: '3', y: '3.png' }],
    ['x', { z: '2', x: '-1', y: '3.mvt' }],
    ['z', { z: '1e1', x: '0', y: '0.mvt' }],
  ])('with a wrong %s is refused: %o', (field, params) => {
    expect(() => parseTile(params)).toThrow(expect.objectContaining({ code: 'bad_input', detail: expect.objectContaining({ field }) }))
  })
})
