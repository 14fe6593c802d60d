import { Prisma } from '@/lib/db/generated/client'
import { Service } from '@/lib/db/generated/enums'
import { CELLS_IN_TILE, CLOSE, COUNTED_TO } from './cells'
import type { Tile } from './tile'
import type { TileFrame } from './tile-frame'

/**
 * One layer of the vector tiles. `select` yields the columns `id int`, `geom` (drawn by the frame, of rows that touch it) and the properties:
 * few, never personal data, no numeric and no bigint.
 */
export interface TileLayer {
  audience: 'public' | 'staff'
  /** Below this zoom the layer is empty, so that a tile of a whole region stays small. */
  minZoom: number
  select: (tile: Tile, frame: TileFrame) => Prisma.Sql
}

/** Before this zoom only main streets are drawn: a region has a hundred small ones for each. */
const ALL_STREETS = 12

const GEOM = Prisma.sql`geom`

function backdrop(layer: string, minZoom: number): TileLayer {
  return {
    audience: 'public',
    minZoom,
    select: ({ z }, { draw, touches }) => Prisma.sql`
      SELECT id, kind, nullif(name, '') AS name, ${draw(GEOM)} AS geom FROM backdrop_feature
      WHERE ${touches(GEOM)} AND layer = ${layer} AND (layer <> 'street' OR kind = 'main' OR ${z >= ALL_STREETS})`,
  }
}

/** One shape for all links of a service: some dozens of kilobytes where a link for each would be megabytes. */
function mergedLinks({ draw, touches }: TileFrame): Prisma.Sql {
  return Prisma.sql`
    SELECT min(id) AS id, service, ${draw(Prisma.sql`ST_LineMerge(ST_Collect(geom))`)} AS geom
    FROM network_link WHERE ${touches(GEOM)} GROUP BY service`
}

/** How many of a cell's service points each service has: a map of one service shows its own number. */
function countByService(points: Prisma.Sql): Prisma.Sql {
  const ofService = (service: Service) =>
    Prisma.sql`(${points} FILTER (WHERE service = ${service}::service))::int AS ${Prisma.raw(service)}`
  return Prisma.join(Object.values(Service).map(ofService))
}

/** One point for a cell, in the middle of what it counts; its id is unique within a tile and its margin. */
function cellFeatures(draw: TileFrame['draw'], points: Prisma.Sql, weight: Prisma.Sql, rows: Prisma.Sql): Prisma.Sql {
  const middle = (axis: Prisma.Sql) => Prisma.sql`sum(${axis} * ${weight}) / sum(${weight})`
  const place = Prisma.sql`ST_SetSRID(ST_MakePoint(${middle(Prisma.sql`ST_X(geom)`)}, ${middle(Prisma.sql`ST_Y(geom)`)}), 4326)`
  return Prisma.sql`
    SELECT x % 64 * 64 + y % 64 AS id, ${points}::int AS count, sum(units)::int AS units, ${countByService(points)}, ${draw(place)} AS geom
    FROM (${rows}) cell GROUP BY x, y`
}

/** Counted beforehand, by prisma/migrations/20261122080000_tiles. */
function countedServicePoints({ z, x, y }: Tile, { draw }: TileFrame): Prisma.Sql {
  const [west, north] = [x * CELLS_IN_TILE, y * CELLS_IN_TILE]
  const rows = Prisma.sql`
    SELECT x, y, service, points, units, geom FROM service_point_cell
    WHERE zoom = ${z}::int AND x BETWEEN ${west - 1}::int AND ${west + CELLS_IN_TILE}::int
      AND y BETWEEN ${north - 1}::int AND ${north + CELLS_IN_TILE}::int`
  return cellFeatures(draw, Prisma.sql`sum(points)`, Prisma.sql`points`, rows)
}

/** Counted now: as near as this a tile holds few enough. Whole cells, also those that reach into the margin. */
function countServicePoints({ z }: Tile, { draw, touches }: TileFrame): Prisma.Sql {
  const side = 2 ** z * CELLS_IN_TILE
  const rows = Prisma.sql`
    SELECT floor((ST_X(geom) + 180) / 360 * ${side}::int)::int AS x,
      floor((1 - asinh(tan(radians(ST_Y(geom)))) / pi()) / 2 * ${side}::int)::int AS y, service, units, geom
    FROM service_point WHERE ${touches(GEOM, 1 / CELLS_IN_TILE)}`
  return cellFeatures(draw, Prisma.sql`count(*)`, Prisma.sql`1`, rows)
}

/** Every layer that can be asked for, by the name in its URL. */
export const LAYERS = {
  water: backdrop('water', 8),
  green: backdrop('green', 10),
  rail: backdrop('rail', 10),
  streets: backdrop('street', 9),
  buildings: backdrop('building', 14),
  addresses: {
    audience: 'public',
    minZoom: 16,
    // As lib/addresses/house-number.ts writes them: "12", "12/A", "12 bis".
    select: (_, { draw, touches }) => Prisma.sql`
      SELECT id, concat(number, CASE WHEN suffix = '' THEN '' WHEN suffix ~ '^[a-z]' THEN ' ' ELSE '/' END, suffix) AS number,
        ${draw(GEOM)} AS geom
      FROM address WHERE ${touches(GEOM)}`,
  },
  works: {
    audience: 'public',
    minZoom: 8,
    select: (_, { draw, touches }) => {
      const shown = Prisma.sql`coalesce(part.outline, part.area)`
      return Prisma.sql`
        SELECT part.id, works.reference, works.service, works.state, ${draw(shown)} AS geom
        FROM works JOIN works_part part ON part.works_id = works.id AND part.version = works.version
        WHERE works.state IN ('published', 'running') AND ${touches(shown)}`
    },
  },
  boundaries: {
    audience: 'staff',
    minZoom: 8,
    select: ({ z }, { draw, touches }) => Prisma.sql`
      SELECT id, kind, service, name, ${draw(GEOM)} AS geom FROM boundary
      WHERE ${touches(GEOM)} AND (kind = 'municipality' OR ${z >= ALL_STREETS})`,
  },
  links: {
    audience: 'staff',
    minZoom: 13,
    select: ({ z }, frame) =>
      z < CLOSE - 1
        ? mergedLinks(frame)
        : Prisma.sql`SELECT id, service, code, kind, ${frame.draw(GEOM)} AS geom FROM network_link WHERE ${frame.touches(GEOM)}`,
  },
  devices: {
    audience: 'staff',
    minZoom: 14,
    select: (_, { draw, touches }) =>
      Prisma.sql`SELECT id, service, code, kind, conducting, ${draw(GEOM)} AS geom FROM device WHERE ${touches(GEOM)}`,
  },
  'service-points': {
    audience: 'staff',
    minZoom: 8,
    select: (tile, frame) => {
      if (tile.z <= COUNTED_TO) return countedServicePoints(tile, frame)
      if (tile.z < CLOSE) return countServicePoints(tile, frame)
      return Prisma.sql`
        SELECT id, service, code, kind, units, ${frame.draw(GEOM)} AS geom FROM service_point WHERE ${frame.touches(GEOM)}`
    },
  },
} as const satisfies Record<string, TileLayer>

export type LayerName = keyof typeof LAYERS

/** What a URL may name: one layer, or all that make the ground of the map, in one tile. */
export const TILE_SETS: Record<string, readonly LayerName[]> = {
  backdrop: ['water', 'green', 'rail', 'streets', 'buildings'],
  ...Object.fromEntries(Object.keys(LAYERS).map((name) => [name, [name as LayerName]])),
}
