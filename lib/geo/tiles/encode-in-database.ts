import type { Db } from '@/lib/db/client'
import { featuresInTile } from './features-in-tile'
import type { TileLayer } from './layers'
import { EXTENT, MARGIN, type Tile } from './tile'

/** Draws one layer of one tile with PostGIS's own encoder. Needs a PostGIS that was built with protobuf. */
export async function encodeInDatabase(db: Db, name: string, layer: TileLayer, tile: Tile): Promise<Uint8Array> {
  const { z, x, y } = tile
  const rows = await db.$queryRaw<Array<{ tile: Uint8Array | null }>>`
    WITH feature AS (${featuresInTile(layer, tile)}), drawn AS (
      SELECT id, properties, ST_AsMVTGeom(
        ST_Transform(geom, 3857), ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int), ${EXTENT}::int, ${MARGIN}::int
      ) AS geom
      FROM feature
    )
    SELECT ST_AsMVT(drawn, ${name}::text, ${EXTENT}::int, 'geom', 'id') AS tile FROM drawn WHERE geom IS NOT NULL`
  return rows[0]?.tile ?? new Uint8Array()
}
