import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { chooseDevice, compareCodes, conducts } from './barrier'
import { findBarriersOf } from './find-devices'
import type { Alternative, NetworkTrace, SegmentRange } from './network'
import { countServicePoints, findLinksIn } from './queries'
import { rankAlternatives } from './rank-alternatives'

const lastRow = z.tuple([z.object({ last: z.number().nullable() })])

/** The last segment that depends on this one; itself where nothing does, or where it has no supply to pass on. */
async function getLast(db: Db, service: Service, segment: number): Promise<number> {
  const rows = await db.$queryRaw`SELECT last FROM network_segment WHERE service = ${service}::service AND number = ${segment}::int`
  return lastRow.parse(rows)[0].last ?? segment
}

const idleRows = z.array(z.object({ code: z.string(), from: z.number(), to: z.number() }))

/**
 * Devices that do not conduct, between what is cut and what is not, each with the piece that it would supply: what hangs together when `segment` is gone is
 * one range. Where two devices in one place do not conduct, one of them is no help.
 */
async function findAlternatives(db: Db, service: Service, segment: number, last: number): Promise<Alternative[]> {
  if (last === segment) return []
  const rows = await db.$queryRaw`
    SELECT idle.code, piece.number AS "from", piece.piece_last AS "to"
    FROM (
      SELECT code, link_code, node_code, link_segment AS cut, node_segment AS other FROM device
      WHERE service = ${service}::service AND NOT conducting AND link_segment > ${segment}::int AND link_segment <= ${last}::int
      UNION ALL
      SELECT code, link_code, node_code, node_segment, link_segment FROM device
      WHERE service = ${service}::service AND NOT conducting AND node_segment > ${segment}::int AND node_segment <= ${last}::int
    ) idle
    JOIN network_segment other ON other.service = ${service}::service AND other.number = idle.other AND other.last IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT number, piece_last FROM network_segment
      WHERE service = ${service}::service AND parent = ${segment}::int AND number <= idle.cut ORDER BY number DESC LIMIT 1
    ) piece
    WHERE idle.other NOT BETWEEN ${segment}::int AND ${last}::int
      AND NOT EXISTS (
        SELECT FROM device beside
        WHERE beside.service = ${service}::service AND beside.link_code = idle.link_code AND beside.node_code = idle.node_code
          AND beside.code <> idle.code AND NOT beside.conducting)`
  const idle = idleRows.parse(rows)
  const pieces = [...new Map(idle.map(({ from, to }) => [from, [from, to] satisfies SegmentRange])).values()]
  const counts = await countServicePoints(
    db,
    service,
    pieces.map((piece) => [piece]),
  )
  const points = new Map(pieces.map(([from], position) => [from, counts[position]?.servicePoints ?? 0]))
  return rankAlternatives(idle.map(({ code, from }) => ({ device: code, servicePoints: points.get(from) ?? 0 })))
}

/** Traces one segment by its stored interval: a handful of indexed queries, whatever the network's size. */
export async function traceSegment(db: Db, service: Service, segment: number): Promise<Omit<NetworkTrace, 'revision'>> {
  const last = await getLast(db, service, segment)
  const around = (await findBarriersOf(db, service, segment)).filter(({ sides: [a, b] }) => a !== b)
  const ranges: SegmentRange[] = [[segment, last]]
  const [count = { servicePoints: 0, units: 0 }] = await countServicePoints(db, service, [ranges])
  return {
    devices: around.flatMap((barrier) => (conducts(barrier) ? (chooseDevice(barrier) ?? []) : [])).sort(compareCodes),
    segments: 1,
    isolatedLinks: await findLinksIn(db, service, [[segment, segment]]),
    cutLinks: last > segment ? await findLinksIn(db, service, [[segment + 1, last]]) : [],
    ranges,
    ...count,
    alternatives: await findAlternatives(db, service, segment, last),
  }
}
