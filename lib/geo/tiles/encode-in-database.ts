import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { TileLayer } from './layers'
import { EXTENT, MARGIN, type Tile } from './tile'
import { frameOf, tileSquare } from './tile-frame'

/** Draws one layer of one tile with PostGIS's own encoder. Needs a PostGIS that was built with protobuf. */
export async function encodeInDatabase(db: Db, name: string, layer: TileLayer, tile: Tile): Promise<Uint8Array> {
  const square = tileSquare(tile)
  const frame = frameOf(tile, (geom) => Prisma.sql`ST_AsMVTGeom(ST_Transform(${geom}, 3857), ${square}, ${EXTENT}::int, ${MARGIN}::int)`)
  // ST_AsMVT leaves out what ST_AsMVTGeom left nothing of; to ask for it in a WHERE would draw everything twice.
  const rows = await db.$queryRaw<Array<{ tile: Uint8Array | null }>>`
    SELECT ST_AsMVT(feature, ${name}::text, ${EXTENT}::int, 'geom', 'id') AS tile FROM (${layer.select(tile, frame)}) feature`
  return rows[0]?.tile ?? new Uint8Array()
}
