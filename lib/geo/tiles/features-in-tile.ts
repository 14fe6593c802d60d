import { Prisma } from '@/lib/db/generated/client'
import type { TileLayer } from './layers'
import { EXTENT, MARGIN, type Tile } from './tile'

/** The rows of a layer that touch a tile or its margin: `id`, `properties` and `geom` in EPSG:4326, found by the table's GiST index. */
export function featuresInTile(layer: TileLayer, { z, x, y }: Tile): Prisma.Sql {
  return Prisma.sql`
    SELECT id, properties, geom FROM (${layer.select(z)}) layer
    WHERE geom && ST_Transform(ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int, margin => ${MARGIN / EXTENT}::float8), 4326)`
}
