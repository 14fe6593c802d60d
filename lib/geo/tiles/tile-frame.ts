import { Prisma } from '@/lib/db/generated/client'
import { EXTENT, MARGIN, type Tile } from './tile'

/** How a layer's rows become a tile's features. Both take an expression for a geometry in EPSG:4326. */
export interface TileFrame {
  /** The geometry in tile units, in the form that the encoder wants. */
  draw: (geom: Prisma.Sql) => Prisma.Sql
  /** Whether it touches the tile or its margin, by a GiST index. The margin in shares of a tile's side. */
  touches: (geom: Prisma.Sql, margin?: number) => Prisma.Sql
}

/** The tile's square in EPSG:3857. */
export function tileSquare({ z, x, y }: Tile): Prisma.Sql {
  return Prisma.sql`ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int)`
}

/** A frame around `tile` whose geometries are drawn by `draw`. */
export function frameOf({ z, x, y }: Tile, draw: TileFrame['draw']): TileFrame {
  return {
    draw,
    touches: (geom, margin = MARGIN / EXTENT) =>
      Prisma.sql`${geom} && ST_Transform(ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int, margin => ${margin}::float8), 4326)`,
  }
}
