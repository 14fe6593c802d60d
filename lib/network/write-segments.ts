import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Service } from '@/lib/db/generated/enums'
import type { FoundSegments } from './find-segments'
import type { NumberedSegments } from './number-segments'
import type { StoredNetwork } from './read-plain-network'

/** So many rows a statement. */
const BATCH = 50_000

/** Numbers as the literal of an SQL array. */
function literal(numbers: Int32Array, from: number, name: (value: number) => number = (value) => value): string {
  const texts: number[] = []
  for (let at = from; at < Math.min(numbers.length, from + BATCH); at++) texts.push(name(numbers[at] ?? 0))
  return `{${texts.join(',')}}`
}

async function writeOf(db: Db, table: Prisma.Sql, ids: Int32Array, segments: Int32Array, number: Int32Array): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    await db.$executeRaw`
      UPDATE ${table} SET segment = row.segment
      FROM unnest(${literal(ids, from)}::int[], ${literal(segments, from, (segment) => number[segment] ?? 0)}::int[]) AS row (id, segment)
      WHERE ${table}.id = row.id AND ${table}.segment IS DISTINCT FROM row.segment`
  }
}

/** Devices follow from their link and node. */
async function writeDevices(db: Db, service: Service): Promise<void> {
  await db.$executeRaw`
    UPDATE device SET link_segment = link.segment, node_segment = node.segment
    FROM network_link link, network_node node
    WHERE device.service = ${service}::service
      AND link.service = ${service}::service AND link.code = device.link_code
      AND node.service = ${service}::service AND node.code = device.node_code
      AND (device.link_segment, device.node_segment) IS DISTINCT FROM (link.segment, node.segment)`
}

async function replaceSegments(db: Db, service: Service, numbered: NumberedSegments, hasSource: Uint8Array): Promise<void> {
  const { number, last, parent, pieceLast } = numbered
  const sources = Int32Array.from(hasSource)
  await db.$executeRaw`DELETE FROM network_segment WHERE service = ${service}::service`
  for (let from = 0; from < number.length; from += BATCH) {
    await db.$executeRaw`
      INSERT INTO network_segment (service, number, last, parent, piece_last, has_source)
      SELECT ${service}::service, row.number, nullif(row.last, 0), nullif(row.parent, 0), nullif(row.piece_last, 0), row.has_source = 1
      FROM unnest(${literal(number, from)}::int[], ${literal(last, from)}::int[], ${literal(parent, from)}::int[],
        ${literal(pieceLast, from)}::int[], ${literal(sources, from)}::int[]) AS row (number, last, parent, piece_last, has_source)`
  }
}

/** Writes what was found: rows change only where their segment has another number than before. */
export async function writeSegments(
  db: Db,
  service: Service,
  network: StoredNetwork,
  { ofNode, ofLink }: FoundSegments,
  numbered: NumberedSegments,
  hasSource: Uint8Array,
): Promise<void> {
  await writeOf(db, Prisma.sql`network_node`, network.nodeIds, ofNode, numbered.number)
  await writeOf(db, Prisma.sql`network_link`, network.linkIds, ofLink, numbered.number)
  await writeDevices(db, service)
  await replaceSegments(db, service, numbered, hasSource)
}
