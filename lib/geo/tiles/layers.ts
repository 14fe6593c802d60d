import { Prisma } from '@/lib/db/generated/client'

/**
 * One layer of the vector tiles. `select` yields the columns `id int`, `properties jsonb` (small, never personal data) and
 * `geom geometry(4326)` of all rows; features-in-tile.ts narrows them.
 */
export interface TileLayer {
  audience: 'public' | 'staff'
  /** Below this zoom the layer is empty, so that a tile of a whole region stays small. */
  minZoom: number
  select: (zoom: number) => Prisma.Sql
}

/** Before this zoom only main streets are drawn: a region has a hundred small ones for each. */
const ALL_STREETS = 12

function backdrop(layer: string, minZoom: number): TileLayer {
  return {
    audience: 'public',
    minZoom,
    select: (zoom) => Prisma.sql`
      SELECT id, jsonb_build_object('kind', kind, 'name', name) AS properties, geom FROM backdrop_feature
      WHERE layer = ${layer} AND (layer <> 'street' OR kind = 'main' OR ${zoom >= ALL_STREETS})`,
  }
}

function network(minZoom: number, select: Prisma.Sql): TileLayer {
  return { audience: 'staff', minZoom, select: () => select }
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
    select: () => Prisma.sql`
      SELECT id, jsonb_build_object('number', concat(number, CASE WHEN suffix = '' THEN '' WHEN suffix ~ '^[a-z]' THEN ' ' ELSE '/' END, suffix))
        AS properties, geom
      FROM address`,
  },
  works: {
    audience: 'public',
    minZoom: 8,
    select: () => Prisma.sql`
      SELECT part.id, jsonb_build_object('reference', works.reference, 'service', works.service, 'state', works.state) AS properties,
        part.area AS geom
      FROM works_part part JOIN works ON works.id = part.works_id AND works.version = part.version
      WHERE works.state IN ('published', 'running')`,
  },
  links: network(
    13,
    Prisma.sql`SELECT id, jsonb_build_object('service', service, 'code', code, 'kind', kind) AS properties, geom FROM network_link`,
  ),
  devices: network(
    14,
    Prisma.sql`
      SELECT id, jsonb_build_object('service', service, 'code', code, 'kind', kind, 'conducting', conducting) AS properties, geom
      FROM device`,
  ),
  'service-points': network(
    15,
    Prisma.sql`
      SELECT id, jsonb_build_object('service', service, 'kind', kind, 'units', units) AS properties, geom FROM service_point`,
  ),
} as const satisfies Record<string, TileLayer>

export type LayerName = keyof typeof LAYERS

/** What a URL may name: one layer, or all that make the ground of the map, in one tile. */
export const TILE_SETS: Record<string, readonly LayerName[]> = {
  backdrop: ['water', 'green', 'rail', 'streets', 'buildings'],
  ...Object.fromEntries(Object.keys(LAYERS).map((name) => [name, [name as LayerName]])),
}
