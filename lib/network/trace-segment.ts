import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Service } from '@/lib/db/generated/enums'
import { chooseDevice, compareCodes, conducts, deviceRow, groupBarriers } from './barrier'
import type { NetworkTrace } from './network'
import { rankAlternatives } from './rank-alternatives'

const facts = z.tuple([
  z.object({
    revision: z.number(),
    last: z.number(),
    points: z.number(),
    units: z.number(),
    isolated: z.array(z.string()),
    cut: z.array(z.string()),
    devices: z.array(deviceRow),
    alternatives: z.array(z.object({ device: z.string(), servicePoints: z.number() })),
  }),
])

/**
 * Devices that do not conduct, between what is cut and what is not, each with the piece that it would supply: what hangs together when `segment` is gone is
 * one range. Where two devices in one place do not conduct, one of them is no help.
 */
function idleDevices(service: Service, segment: number): Prisma.Sql {
  return Prisma.sql`
    SELECT idle.code, piece.number AS first, piece.piece_last AS last
    FROM (
      SELECT code, link_code, node_code, link_segment AS cut, node_segment AS other FROM device, here
      WHERE service = ${service}::service AND NOT conducting AND link_segment > ${segment}::int AND link_segment <= here.last
      UNION ALL
      SELECT code, link_code, node_code, node_segment, link_segment FROM device, here
      WHERE service = ${service}::service AND NOT conducting AND node_segment > ${segment}::int AND node_segment <= here.last
    ) idle
    CROSS JOIN here
    JOIN network_segment other ON other.service = ${service}::service AND other.number = idle.other AND other.last IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT number, piece_last FROM network_segment
      WHERE service = ${service}::service AND parent = ${segment}::int AND number <= idle.cut ORDER BY number DESC LIMIT 1
    ) piece
    WHERE idle.other NOT BETWEEN ${segment}::int AND here.last
      AND NOT EXISTS (
        SELECT FROM device beside
        WHERE beside.service = ${service}::service AND beside.link_code = idle.link_code AND beside.node_code = idle.node_code
          AND beside.code <> idle.code AND NOT beside.conducting)`
}

/** All that is stored about a segment, in one statement and so at one moment. A segment without supply has none to pass on. */
async function getFacts(db: Db, service: Service, segment: number) {
  const rows = await db.$queryRaw`
    WITH here AS MATERIALIZED (
      SELECT coalesce(last, number) AS last FROM network_segment WHERE service = ${service}::service AND number = ${segment}::int
    ), idle AS MATERIALIZED (${idleDevices(service, segment)}
    ), piece AS (
      SELECT first, (
        SELECT count(*)::int FROM service_point WHERE service = ${service}::service AND segment BETWEEN range.first AND range.last
      ) AS points
      FROM (SELECT DISTINCT first, last FROM idle) range
    )
    SELECT (SELECT revision FROM network WHERE service = ${service}::service) AS revision, here.last, served.points, served.units,
      ARRAY(SELECT code FROM network_link WHERE service = ${service}::service AND segment = ${segment}::int ORDER BY code COLLATE "C") AS isolated,
      ARRAY(
        SELECT code FROM network_link WHERE service = ${service}::service AND segment > ${segment}::int AND segment <= here.last ORDER BY code COLLATE "C"
      ) AS cut,
      (
        SELECT coalesce(json_agg(json_build_object('code', code, 'conducting', conducting, 'linkCode', link_code, 'nodeCode', node_code,
          'linkSegment', link_segment, 'nodeSegment', node_segment) ORDER BY code COLLATE "C"), '[]')
        FROM device WHERE service = ${service}::service AND (link_segment = ${segment}::int OR node_segment = ${segment}::int)
      ) AS devices,
      (SELECT coalesce(json_agg(json_build_object('device', code, 'servicePoints', points)), '[]') FROM idle JOIN piece USING (first)) AS alternatives
    FROM here
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS points, coalesce(sum(units), 0)::int AS units FROM service_point
      WHERE service = ${service}::service AND segment BETWEEN ${segment}::int AND here.last
    ) served`
  return facts.parse(rows)[0]
}

/** Traces one segment by its stored interval: one statement of a few index ranges, whatever the network's size. */
export async function traceSegment(db: Db, service: Service, segment: number): Promise<NetworkTrace> {
  const { revision, last, points, units, isolated, cut, devices, alternatives } = await getFacts(db, service, segment)
  const around = groupBarriers(devices).filter(({ sides: [a, b] }) => a !== b)
  return {
    revision,
    devices: around.flatMap((barrier) => (conducts(barrier) ? (chooseDevice(barrier) ?? []) : [])).sort(compareCodes),
    segments: 1,
    isolatedLinks: isolated,
    cutLinks: cut,
    ranges: [[segment, last]],
    servicePoints: points,
    units,
    alternatives: rankAlternatives(alternatives),
  }
}
