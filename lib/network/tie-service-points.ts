import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Service } from '@/lib/db/generated/enums'

/** A service point stands at or in its building, and the pipe lies in the street before it. */
export const DEFAULT_TIE_WITHIN = 50

/** Metres of one degree of latitude, a little less than the shortest, so that the box below always holds the circle. */
const METRES_PER_DEGREE = 110_000

export interface TiedPoints {
  /** By the node or link that they name. */
  byCode: number
  /** To the nearest link. */
  byDistance: number
  /** Left over: no trace finds them. */
  untied: number
}

async function tieByCode(db: Db, service: Service, only: Prisma.Sql): Promise<void> {
  await db.$executeRaw`
    UPDATE service_point SET segment = next.segment
    FROM (
      SELECT point.id, coalesce(node.segment, link.segment) AS segment
      FROM service_point point
      LEFT JOIN network_node node ON node.service = ${service}::service AND node.code = point.node_code
      LEFT JOIN network_link link ON link.service = ${service}::service AND link.code = point.link_code
      WHERE point.service = ${service}::service AND ${only}
    ) next
    WHERE service_point.id = next.id AND next.segment IS NOT NULL AND service_point.segment IS DISTINCT FROM next.segment`
}

/**
 * The box goes through the GiST index and holds the few links near by; the nearest of these is measured in metres. Plain nearest-neighbour order would be in
 * degrees, in which a link to the east is half as far again as it is.
 */
async function tieByDistance(db: Db, service: Service, within: number, only: Prisma.Sql): Promise<void> {
  const reach = Prisma.sql`${within / METRES_PER_DEGREE}::float8`
  // Materialized, or the database would look for the nearest link of those too that are tied by code.
  await db.$executeRaw`
    WITH left_over AS MATERIALIZED (
      SELECT point.id, point.geom FROM service_point point
      WHERE point.service = ${service}::service AND ${only}
        AND NOT EXISTS (SELECT FROM network_node node WHERE node.service = ${service}::service AND node.code = point.node_code)
        AND NOT EXISTS (SELECT FROM network_link link WHERE link.service = ${service}::service AND link.code = point.link_code)
    ), next AS MATERIALIZED (
      SELECT left_over.id, (
        SELECT link.segment FROM network_link link
        WHERE link.service = ${service}::service
          AND link.geom && ST_Expand(left_over.geom, ${reach} / greatest(cosd(ST_Y(left_over.geom)), 0.01), ${reach})
          AND ST_DWithin(link.geom::geography, left_over.geom::geography, ${within}::float8)
        ORDER BY ST_Distance(link.geom::geography, left_over.geom::geography), link.id LIMIT 1
      ) AS segment
      FROM left_over
    )
    UPDATE service_point SET segment = next.segment FROM next
    WHERE service_point.id = next.id AND service_point.segment IS DISTINCT FROM next.segment`
}

/**
 * Gives each service point of a service its segment: that of the node or link that it names, else of the nearest link within so many metres, else none.
 * `which` is `untied` after an import of service points, which empties the segment of those that it moves; `all` after one of the network.
 */
export async function tieServicePoints(db: Db, service: Service, within: number, which: 'all' | 'untied'): Promise<void> {
  const only = which === 'all' ? Prisma.sql`true` : Prisma.sql`point.segment IS NULL`
  await tieByCode(db, service, only)
  await tieByDistance(db, service, within, only)
}

/** Ties the service points that an import added or moved, in every service that has a network. */
export async function tieNewServicePoints(db: Db): Promise<void> {
  for (const { service, tieWithin } of await db.network.findMany({
    select: { service: true, tieWithin: true },
    orderBy: { service: 'asc' },
  }))
    await tieServicePoints(db, service, tieWithin, 'untied')
}

const counts = z.tuple([z.object({ byCode: z.number(), byDistance: z.number(), untied: z.number() })])

/** How the service points of a service were tied. */
export async function countTiedPoints(db: Db, service: Service): Promise<TiedPoints> {
  const rows = await db.$queryRaw`
    SELECT count(*) FILTER (WHERE point.segment IS NOT NULL AND coalesce(node.id, link.id) IS NOT NULL)::int AS "byCode",
      count(*) FILTER (WHERE point.segment IS NOT NULL AND coalesce(node.id, link.id) IS NULL)::int AS "byDistance",
      count(*) FILTER (WHERE point.segment IS NULL)::int AS untied
    FROM service_point point
    LEFT JOIN network_node node ON node.service = ${service}::service AND node.code = point.node_code
    LEFT JOIN network_link link ON link.service = ${service}::service AND link.code = point.link_code
    WHERE point.service = ${service}::service`
  return counts.parse(rows)[0]
}

const untied = z.array(z.object({ code: z.string() }))

/** The first service points, by code, that belong to no link. */
export async function findUntiedPoints(db: Db, service: Service, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw`
    SELECT code FROM service_point WHERE service = ${service}::service AND segment IS NULL ORDER BY code COLLATE "C" LIMIT ${limit}::int`
  return untied.parse(rows).map(({ code }) => code)
}
