import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import type { Geometry } from 'geojson'
import type { Db } from '@/lib/db/client'
import { featuresInTile } from './features-in-tile'
import type { TileLayer } from './layers'
import { EXTENT, MARGIN, type Tile } from './tile'
import { type TileFeature, toTileFeature } from './tile-feature'

/**
 * Draws one layer of one tile without protobuf in the database: PostGIS scales, snaps and clips as ST_AsMVTGeom does, Node writes the bytes.
 * The embedded database needs it; tests/integration/tiles.test.ts keeps the two drawings equal.
 */
export async function encodeInNode(db: Db, name: string, layer: TileLayer, tile: Tile): Promise<Uint8Array> {
  const { z, x, y } = tile
  const rows = await db.$queryRaw<Array<{ id: number; properties: TileFeature['tags']; geometry: string }>>`
    WITH bounds AS (
      SELECT
        ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int) AS square,
        ST_MakeEnvelope(-${MARGIN}::int, -${MARGIN}::int, ${EXTENT + MARGIN}::int, ${EXTENT + MARGIN}::int) AS frame
    ), feature AS (${featuresInTile(layer, tile)}), scaled AS (
      SELECT id, properties, frame, ST_TransScale(
        ST_SetSRID(ST_Transform(geom, 3857), 0), -ST_XMin(square), -ST_YMax(square),
        ${EXTENT}::float8 / (ST_XMax(square) - ST_XMin(square)), ${EXTENT}::float8 / (ST_YMin(square) - ST_YMax(square))
      ) AS geom
      FROM feature, bounds
    ), drawn AS (
      SELECT id, properties, ST_ForcePolygonCCW(ST_SnapToGrid(ST_ClipByBox2D(ST_SnapToGrid(geom, 1), frame), 1)) AS geom FROM scaled
    )
    SELECT id, properties, ST_AsGeoJSON(geom, 0, 0) AS geometry FROM drawn WHERE NOT ST_IsEmpty(geom)`
  if (rows.length === 0) return new Uint8Array()
  const features = rows.flatMap(({ id, properties, geometry }) => toTileFeature(id, properties, JSON.parse(geometry) as Geometry))
  const drawn = new GeoJSONWrapper(features, { version: 2, extent: EXTENT })
  drawn.name = name
  return fromVectorTileJs({ layers: { [name]: drawn } })
}
