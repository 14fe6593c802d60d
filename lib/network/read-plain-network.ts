import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import type { FoundSegments, PlainNetwork } from './find-segments'
import type { PlainSegments } from './number-segments'

/** A network as the algorithm wants it: rows are known by their position, and `…Ids` say which rows of the tables they are. */
export interface StoredNetwork extends PlainNetwork {
  nodeIds: Int32Array
  linkIds: Int32Array
  /** What conducts between segments, and which segments hold a source. */
  joinSegments(found: FoundSegments): Omit<PlainSegments, 'count'>
}

/** Rows travel as one text of numbers: a million objects would take ten times the memory and time. */
const PAGE = 50_000

const packed = z.array(z.object({ numbers: z.string() }))

/** Numbers that arrive in pieces, kept in one typed array that doubles. */
class Numbers {
  private held = new Int32Array(1024)
  length = 0

  add(value: number): void {
    if (this.length === this.held.length) {
      const wider = new Int32Array(this.held.length * 2)
      wider.set(this.held)
      this.held = wider
    }
    this.held[this.length++] = value
  }

  /** Every `of`-th number from `first` on. */
  column(first: number, of: number): Int32Array {
    const column = new Int32Array(this.length / of)
    for (let row = 0; row < column.length; row++) column[row] = this.held[row * of + first] ?? 0
    return column
  }

  /** The number that came first in the last row of `of`. */
  lastRow(of: number): number {
    return this.held[this.length - of] ?? 0
  }

  get isEmpty(): boolean {
    return this.length === 0
  }
}

/** Reads pages of `of` numbers a row, the first of which is an id, until one is empty. */
async function readPages(of: number, page: (after: number) => Promise<unknown>): Promise<Numbers> {
  const numbers = new Numbers()
  for (;;) {
    const [row] = packed.parse(await page(numbers.isEmpty ? 0 : numbers.lastRow(of)))
    if (!row || row.numbers === '') return numbers
    let value = 0
    for (let at = 0; at < row.numbers.length; at++) {
      const code = row.numbers.charCodeAt(at)
      if (code === 44) {
        numbers.add(value)
        value = 0
      } else value = value * 10 + code - 48
    }
    numbers.add(value)
  }
}

/** The position of an id in an ascending array. Throws where it is not there: a foreign key would be broken. */
function positionOf(ids: Int32Array, id: number): number {
  let from = 0
  let to = ids.length - 1
  while (from <= to) {
    const middle = (from + to) >> 1
    const found = ids[middle] ?? 0
    if (found === id) return middle
    if (found < id) from = middle + 1
    else to = middle - 1
  }
  throw new Error(`No row has the id ${id}.`)
}

function readNodes(db: Db, service: Service): Promise<Numbers> {
  return readPages(
    2,
    (after) => db.$queryRaw`
      SELECT coalesce(string_agg(id || ',' || (kind <> 'junction')::int, ',' ORDER BY id), '') AS numbers
      FROM (SELECT id, kind FROM network_node WHERE service = ${service}::service AND id > ${after}::int ORDER BY id LIMIT ${PAGE}) page`,
  )
}

function readLinks(db: Db, service: Service): Promise<Numbers> {
  return readPages(
    3,
    (after) => db.$queryRaw`
      SELECT coalesce(string_agg(page.id || ',' || a.id || ',' || b.id, ',' ORDER BY page.id), '') AS numbers
      FROM (SELECT id, from_node, to_node FROM network_link WHERE service = ${service}::service AND id > ${after}::int ORDER BY id LIMIT ${PAGE}) page
      JOIN network_node a ON a.service = ${service}::service AND a.code = page.from_node
      JOIN network_node b ON b.service = ${service}::service AND b.code = page.to_node`,
  )
}

/** id, link, end, conducting. A device at a node that is no end of its link does not get in: the import sees to that. */
function readDevices(db: Db, service: Service): Promise<Numbers> {
  return readPages(
    4,
    (after) => db.$queryRaw`
      SELECT coalesce(string_agg(page.id || ',' || link.id || ',' || (link.to_node = page.node_code)::int || ',' || page.conducting::int, ',' ORDER BY page.id), '')
        AS numbers
      FROM (
        SELECT id, link_code, node_code, conducting FROM device WHERE service = ${service}::service AND id > ${after}::int ORDER BY id LIMIT ${PAGE}
      ) page
      JOIN network_link link ON link.service = ${service}::service AND link.code = page.link_code`,
  )
}

/** Reads a service's whole network, some 40 bytes a row. */
export async function readPlainNetwork(db: Db, service: Service): Promise<StoredNetwork> {
  const nodeRows = await readNodes(db, service)
  const linkRows = await readLinks(db, service)
  const deviceRows = await readDevices(db, service)
  const nodeIds = nodeRows.column(0, 2)
  const isSource = nodeRows.column(1, 2)
  const linkIds = linkRows.column(0, 3)
  const from = linkRows.column(1, 3).map((id) => positionOf(nodeIds, id))
  const to = linkRows.column(2, 3).map((id) => positionOf(nodeIds, id))
  const deviceLinks = deviceRows.column(1, 4).map((id) => positionOf(linkIds, id))
  const deviceEnds = Uint8Array.from(deviceRows.column(2, 4))
  const conducting = deviceRows.column(3, 4)

  /** Devices in one place conduct together or not at all. */
  function findConductingPlaces(): number[] {
    const places = new Map<number, boolean>()
    for (let device = 0; device < deviceLinks.length; device++) {
      const place = (deviceLinks[device] ?? 0) * 2 + (deviceEnds[device] ?? 0)
      places.set(place, (places.get(place) ?? true) && conducting[device] === 1)
    }
    return [...places].flatMap(([place, conducts]) => (conducts ? [place] : []))
  }

  function joinSegments({ count, ofNode, ofLink }: FoundSegments): Omit<PlainSegments, 'count'> {
    const hasSource = new Uint8Array(count)
    for (let node = 0; node < nodeIds.length; node++) if (isSource[node] === 1) hasSource[ofNode[node] ?? 0] = 1
    const sides = findConductingPlaces().map((place) => {
      const link = place >> 1
      const node = (place & 1) === 1 ? to[link] : from[link]
      return [ofLink[link] ?? 0, ofNode[node ?? 0] ?? 0] as const
    })
    const dividing = sides.filter(([a, b]) => a !== b)
    return { hasSource, sidesA: Int32Array.from(dividing, ([a]) => a), sidesB: Int32Array.from(dividing, ([, b]) => b) }
  }

  return { nodes: nodeIds.length, nodeIds, linkIds, from, to, deviceLinks, deviceEnds, joinSegments }
}
