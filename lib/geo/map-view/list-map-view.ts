import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { parseInput } from '@/lib/parse-input'
import { type MapViewList, type ViewCount, type ViewInput, type ViewItem, type ViewWorks, viewInput, viewItem, viewWorks } from './map-view'

/** A list longer than this is not read, it is searched. */
const MOST_ITEMS = 25

/** Links or devices are counted so far: beyond, one looks at a region and not at a network. */
const MOST_COUNTED = 5_000

/** So many service points are counted one by one; more of them by cells of some 100 metres. */
const MOST_EXACT = 20_000

/** Cells of `service_point_cell` at zoom 14 along the equator. */
const CELLS = 262_144

const count = z.array(z.object({ count: z.number() })).length(1)
const points = z.array(z.object({ points: z.number(), units: z.number() })).length(1)
const names = z.array(z.object({ name: z.string() }))

interface Place {
  box: Prisma.Sql
  ofService: Prisma.Sql
}

function placeOf({ bounds: [west, south, east, north], service }: ViewInput): Place {
  return {
    box: Prisma.sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`,
    ofService: service ? Prisma.sql`service = ${service}::service` : Prisma.sql`true`,
  }
}

async function listWorks({ box, ofService }: Place): Promise<ViewCount<ViewWorks>> {
  const rows = await database().$queryRaw`
    SELECT works.reference, works.title, works.service::text, works.state::text, to_json(min(works_window.starts_at))#>>'{}' AS "startsAt"
    FROM (SELECT * FROM works WHERE state IN ('published', 'running') AND ${ofService}) works
    JOIN works_part part ON part.works_id = works.id AND part.version = works.version
    LEFT JOIN works_window ON works_window.part_id = part.id
    WHERE coalesce(part.outline, part.area) && ${box}
    GROUP BY works.id, works.reference, works.title, works.service, works.state
    ORDER BY works.state = 'running' DESC, min(works_window.starts_at), works.reference
    LIMIT ${MOST_ITEMS + 1}::int`
  const works = z.array(viewWorks).parse(rows)
  return { count: Math.min(works.length, MOST_ITEMS), isMore: works.length > MOST_ITEMS, items: works.slice(0, MOST_ITEMS) }
}

/** Counts and lists rows of a table: `columns` as in `viewItem`. */
async function listItems(table: Prisma.Sql, columns: Prisma.Sql, { box, ofService }: Place): Promise<ViewCount<ViewItem>> {
  const [counted] = count.parse(
    await database().$queryRaw`
      SELECT count(*)::int AS count FROM (SELECT 1 FROM ${table} WHERE geom && ${box} AND ${ofService} LIMIT ${MOST_COUNTED + 1}::int) seen`,
  )
  const found = counted?.count ?? 0
  if (found > MOST_COUNTED) return { count: MOST_COUNTED, isMore: true, items: [] }
  const rows = await database().$queryRaw`
    SELECT ${columns} FROM ${table} WHERE geom && ${box} AND ${ofService} ORDER BY code, service LIMIT ${MOST_ITEMS}::int`
  return { count: found, isMore: false, items: z.array(viewItem).parse(rows) }
}

/** Of a whole region in cells, of a quarter one by one. */
async function countServicePoints({ bounds: [west, south, east, north] }: ViewInput, { box, ofService }: Place) {
  const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * CELLS)
  const row = (latitude: number) => {
    const radians = (Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180
    return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * CELLS)
  }
  const [estimate] = points.parse(
    await database().$queryRaw`
      SELECT coalesce(sum(points), 0)::int AS points, coalesce(sum(units), 0)::int AS units FROM service_point_cell
      WHERE zoom = 14 AND x BETWEEN ${column(west)}::int AND ${column(east)}::int AND y BETWEEN ${row(north)}::int AND ${row(south)}::int
        AND ${ofService}`,
  )
  if (estimate && estimate.points > MOST_EXACT) return { ...estimate, isEstimate: true }
  const [exact] = points.parse(
    await database().$queryRaw`
      SELECT count(*)::int AS points, coalesce(sum(units), 0)::int AS units FROM service_point WHERE geom && ${box} AND ${ofService}`,
  )
  return { points: exact?.points ?? 0, units: exact?.units ?? 0, isEstimate: false }
}

async function listPlaces({ box }: Place): Promise<string[]> {
  const rows = await database().$queryRaw`
    SELECT name FROM boundary WHERE geom && ${box} AND ST_Intersects(geom, ${box}) ORDER BY kind, name LIMIT ${MOST_ITEMS}::int`
  return names.parse(rows).map(({ name }) => name)
}

const DEVICE = Prisma.sql`service::text, code, kind::text, conducting`
const LINK = Prisma.sql`service::text, code, kind, NULL::bool AS conducting`

/**
 * What is in a piece of the map, as a list: works that come or run, devices and links by code, how many service points.
 * Throws `bad_input` for bounds that are none, `unauthenticated` or `forbidden` where the actor may not see the network.
 */
export async function listMapView(actor: Actor, input: ViewInput): Promise<MapViewList> {
  requirePolicy(actor, canReadNetwork(actor))
  const view = parseInput(viewInput, input)
  const place = placeOf(view)
  const [works, devices, links, servicePoints, places] = await Promise.all([
    listWorks(place),
    listItems(Prisma.sql`device`, DEVICE, place),
    listItems(Prisma.sql`network_link`, LINK, place),
    countServicePoints(view, place),
    listPlaces(place),
  ])
  return { works, devices, links, servicePoints, places }
}
