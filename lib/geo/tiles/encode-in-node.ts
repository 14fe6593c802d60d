import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import type { Geometry } from 'geojson'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { TileLayer } from './layers'
import { EXTENT, MARGIN, type Tile } from './tile'
import { type TileFeature, toTileFeature } from './tile-feature'
import { frameOf, tileSquare } from './tile-frame'

type Value = TileFeature['tags'][string]

/** As ST_AsMVT: what is NULL is no property. */
function toTags(properties: Record<string, Value | null>): TileFeature['tags'] {
  return Object.fromEntries(Object.entries(properties).filter((entry): entry is [string, Value] => entry[1] !== null))
}

/**
 * Draws one layer of one tile without protobuf in the database: PostGIS scales, snaps and clips as ST_AsMVTGeom does, Node writes the bytes.
 * The embedded database needs it; tests/integration/tiles.test.ts keeps the two drawings equal.
 */
export async function encodeInNode(db: Db, name: string, layer: TileLayer, tile: Tile): Promise<Uint8Array> {
  const square = tileSquare(tile)
  const scaled = (geom: Prisma.Sql) => Prisma.sql`
    ST_TransScale(
      ST_SetSRID(ST_Transform(${geom}, 3857), 0), -ST_XMin(${square}), -ST_YMax(${square}),
      ${EXTENT}::float8 / (ST_XMax(${square}) - ST_XMin(${square})), ${EXTENT}::float8 / (ST_YMin(${square}) - ST_YMax(${square}))
    )`
  const room = Prisma.sql`ST_MakeEnvelope(-${MARGIN}::int, -${MARGIN}::int, ${EXTENT + MARGIN}::int, ${EXTENT + MARGIN}::int)`
  const frame = frameOf(
    tile,
    (geom) => Prisma.sql`
      ST_AsGeoJSON(ST_ForcePolygonCCW(ST_SnapToGrid(ST_ClipByBox2D(ST_SnapToGrid(${scaled(geom)}, 1), ${room}), 1)), 0, 0)`,
  )
  const rows = await db.$queryRaw<Array<{ id: number; geom: string | null } & Record<string, Value | null>>>`${layer.select(tile, frame)}`
  const features = rows.flatMap(({ id, geom, ...properties }) =>
    geom === null ? [] : toTileFeature(id, toTags(properties), JSON.parse(geom) as Geometry),
  )
  if (features.length === 0) return new Uint8Array()
  const drawn = new GeoJSONWrapper(features, { version: 2, extent: EXTENT })
  drawn.name = name
  return fromVectorTileJs({ layers: { [name]: drawn } })
}
