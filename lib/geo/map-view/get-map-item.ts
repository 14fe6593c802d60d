import type { Geometry } from 'geojson'
import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks, canReadNetwork } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import {
  type ItemInput,
  type ItemLayer,
  itemInput,
  type MapItem,
  type MapItemFacts,
  type ViewWorks,
  viewBounds,
  viewWorks,
} from './map-view'

const MOST_WORKS = 10

const found = z.array(z.object({ geometry: z.string(), bounds: viewBounds, facts: z.custom<MapItemFacts>((facts) => facts !== null) }))

/** How many service points hang on a segment: one range of an index. */
const segmentPoints = (segment: Prisma.Sql) => Prisma.sql`
  (SELECT count(*) FROM service_point p WHERE p.service = item.service AND p.segment = ${segment} AND p.segment IS NOT NULL)`

/** As lib/addresses/house-number.ts writes them. */
const ADDRESS = Prisma.sql`
  (SELECT concat(street.label, ' ', number, CASE WHEN suffix = '' THEN '' WHEN suffix ~ '^[a-z]' THEN ' ' ELSE '/' END, suffix, ', ', municipality.name)
   FROM address JOIN street ON street.id = street_id JOIN municipality ON municipality.id = municipality_id WHERE address.id = item.address_id)`

/** Each yields `facts` and `geom` of the rows with that code. */
const SOURCES: Record<ItemLayer, (input: ItemInput) => Prisma.Sql> = {
  links: ({ service, code }) => Prisma.sql`
    SELECT geom, jsonb_build_object('kind', kind, 'fromNode', from_node, 'toNode', to_node, 'metres', round(ST_Length(geom::geography)),
      'segmentPoints', ${segmentPoints(Prisma.sql`item.segment`)}) AS facts
    FROM network_link item WHERE service = ${service}::service AND code = ${code}`,
  devices: ({ service, code }) => Prisma.sql`
    SELECT geom, jsonb_build_object('kind', kind, 'conducting', conducting, 'link', link_code, 'fromNode', node_code) AS facts
    FROM device item WHERE service = ${service}::service AND code = ${code}`,
  'service-points': ({ service, code }) => Prisma.sql`
    SELECT geom, jsonb_build_object('kind', kind, 'units', units, 'priority', priority, 'address', ${ADDRESS},
      'segmentPoints', ${segmentPoints(Prisma.sql`item.segment`)}) AS facts
    FROM service_point item WHERE service = ${service}::service AND code = ${code}`,
  works: ({ code }) => Prisma.sql`
    SELECT ST_Union(coalesce(part.outline, part.area)) AS geom, jsonb_build_object('title', item.title, 'state', item.state) AS facts
    FROM works item JOIN works_part part ON part.works_id = item.id AND part.version = item.version
    WHERE item.reference = ${code} AND item.state IN ('published', 'running') GROUP BY item.id`,
}

/** A service point's works are those that cut it off; a link's and a device's those whose outline it touches. */
async function findWorks({ layer, service, code }: ItemInput, geometry: string): Promise<ViewWorks[]> {
  if (layer === 'works') return []
  const touched =
    layer === 'service-points'
      ? Prisma.sql`EXISTS (
          SELECT 1 FROM affected_point JOIN service_point ON service_point.id = affected_point.service_point_id
          WHERE affected_point.part_id = part.id AND service_point.service = ${service}::service AND service_point.code = ${code})`
      : Prisma.sql`ST_Intersects(coalesce(part.outline, part.area), ST_SetSRID(ST_GeomFromGeoJSON(${geometry}), 4326))`
  const rows = await database().$queryRaw`
    SELECT works.reference, works.title, works.service::text, works.state::text, to_json(min(works_window.starts_at))#>>'{}' AS "startsAt"
    FROM works JOIN works_part part ON part.works_id = works.id AND part.version = works.version
    LEFT JOIN works_window ON works_window.part_id = part.id
    WHERE works.state IN ('published', 'running') AND works.service = ${service}::service AND ${touched}
    GROUP BY works.id ORDER BY min(works_window.starts_at), works.reference LIMIT ${MOST_WORKS}::int`
  return z.array(viewWorks).parse(rows)
}

/**
 * What is known of one thing on the map. Works only while they are published or running; who has to be phoned, and so why, only for those
 * who plan works.
 * Throws `not_found`, `unauthenticated`, and `forbidden` where the actor may not see the network.
 */
export async function getMapItem(actor: Actor, input: ItemInput): Promise<MapItem> {
  requirePolicy(actor, canReadNetwork(actor))
  const wanted = parseInput(itemInput, input)
  const rows = await database().$queryRaw`
    SELECT ST_AsGeoJSON(geom, 7) AS geometry, ARRAY[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] AS bounds, facts
    FROM (${SOURCES[wanted.layer](wanted)}) item WHERE geom IS NOT NULL`
  const [item] = found.parse(rows)
  if (!item) throw new AppError('not_found', { reason: 'map_item_unknown', field: 'code', params: { code: wanted.code } })
  const { geometry, bounds, facts } = item
  const shown = canPlanWorks(actor) ? facts : { ...facts, priority: null }
  return { ...wanted, bounds, facts: shown, geometry: JSON.parse(geometry) as Geometry, works: await findWorks(wanted, geometry) }
}
