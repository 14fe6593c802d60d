import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Tile } from '@/lib/geo/tiles/tile'

/** Tiles as one writes them by hand for one database: the columns that we send, and nothing around the query. */

const square = ({ z, x, y }: Tile) => Prisma.sql`ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int)`
const near = ({ z, x, y }: Tile) =>
  Prisma.sql`geom && ST_Transform(ST_TileEnvelope(${z}::int, ${x}::int, ${y}::int, margin => 0.015625), 4326)`
const draw = (tile: Tile) => Prisma.sql`ST_AsMVTGeom(ST_Transform(geom, 3857), ${square(tile)}, 4096, 64) AS geom`

function encode(name: string, rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT ST_AsMVT(row, ${name}::text, 4096, 'geom', 'id') FROM (${rows}) row)`
}

function ground(layer: string, name: string, tile: Tile): Prisma.Sql {
  const rows = Prisma.sql`SELECT id, kind, nullif(name, '') AS name, ${draw(tile)} FROM backdrop_feature WHERE ${near(tile)} AND layer = ${layer}`
  return encode(name, tile.z < 12 ? Prisma.sql`${rows} AND kind = 'main'` : rows)
}

function backdrop(tile: Tile): Prisma.Sql {
  const streets = ground('street', 'streets', tile)
  return tile.z < 14 ? streets : Prisma.sql`${streets} || ${ground('building', 'buildings', tile)}`
}

function links(tile: Tile): Prisma.Sql {
  if (tile.z >= 15) return encode('links', Prisma.sql`SELECT id, service, code, kind, ${draw(tile)} FROM network_link WHERE ${near(tile)}`)
  const merged = Prisma.sql`
    SELECT min(id) AS id, service, ST_LineMerge(ST_Collect(geom)) AS geom FROM network_link WHERE ${near(tile)} GROUP BY service`
  return encode('links', Prisma.sql`SELECT id, service, ${draw(tile)} FROM (${merged}) merged`)
}

function devices(tile: Tile): Prisma.Sql {
  return encode('devices', Prisma.sql`SELECT id, service, code, kind, conducting, ${draw(tile)} FROM device WHERE ${near(tile)}`)
}

/** From afar the cells have to be counted first: there is no table of counts in a bare query. */
function servicePoints(tile: Tile): Prisma.Sql {
  if (tile.z >= 16) {
    const rows = Prisma.sql`SELECT id, service, code, kind, units, ${draw(tile)} FROM service_point WHERE ${near(tile)}`
    return encode('service-points', rows)
  }
  const side = 2 ** tile.z * 16
  const cells = Prisma.sql`
    SELECT min(id) AS id, count(*)::int AS count, sum(units)::int AS units, (count(*) FILTER (WHERE service = 'power'))::int AS power, ST_SetSRID(ST_MakePoint(avg(ST_X(geom)), avg(ST_Y(geom))), 4326) AS geom
    FROM service_point WHERE ${near(tile)}
    GROUP BY floor((ST_X(geom) + 180) / 360 * ${side}::int), floor((1 - asinh(tan(radians(ST_Y(geom)))) / pi()) / 2 * ${side}::int)`
  return encode('service-points', Prisma.sql`SELECT id, count, units, power, ${draw(tile)} FROM (${cells}) cell`)
}

const STATEMENTS = { backdrop, links, devices, 'service-points': servicePoints }

export type BareLayer = keyof typeof STATEMENTS

/** One tile by the bare ST_AsMVT query. */
export async function bareTile(layer: BareLayer, tile: Tile): Promise<Uint8Array> {
  const [row] = await database().$queryRaw<[{ tile: Uint8Array }]>`SELECT ${STATEMENTS[layer](tile)} AS tile`
  return row.tile
}
