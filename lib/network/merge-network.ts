import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { StagedRun } from './staged-run'

export interface MergeCounts {
  new: number
  changed: number
  unchanged: number
  removed: number
}

export interface NetworkCounts {
  nodes: MergeCounts
  links: MergeCounts
  devices: MergeCounts
  servicePoints: MergeCounts
}

/** A service point that names no address belongs to the nearest one within so many metres, as when service points are imported. */
const NEAREST_WITHIN = 50

/** Metres of one degree of latitude, a little less than the shortest. */
const METRES_PER_DEGREE = 110_000

interface Table {
  stored: Prisma.Sql
  staged: Prisma.Sql
  /** Columns beside `service`, `code` and `geom`. */
  columns: Prisma.Sql
  /** The same of the staged row, `s`. */
  values: Prisma.Sql
  /** And of the stored row, `t`. */
  present: Prisma.Sql
  /** `column = s.column, …` */
  assignments: Prisma.Sql
}

const NODES: Table = {
  stored: Prisma.sql`network_node`,
  staged: Prisma.sql`staging.network_node`,
  columns: Prisma.sql`kind`,
  values: Prisma.sql`s.kind`,
  present: Prisma.sql`t.kind`,
  assignments: Prisma.sql`kind = s.kind`,
}

const LINKS: Table = {
  stored: Prisma.sql`network_link`,
  staged: Prisma.sql`staging.network_link`,
  columns: Prisma.sql`kind, from_node, to_node`,
  values: Prisma.sql`s.kind, s.from_node, s.to_node`,
  present: Prisma.sql`t.kind, t.from_node, t.to_node`,
  assignments: Prisma.sql`kind = s.kind, from_node = s.from_node, to_node = s.to_node`,
}

const DEVICES: Table = {
  stored: Prisma.sql`device`,
  staged: Prisma.sql`staging.network_device`,
  columns: Prisma.sql`kind, link_code, node_code, conducting`,
  values: Prisma.sql`s.kind, s.link_code, s.node_code, s.conducting`,
  present: Prisma.sql`t.kind, t.link_code, t.node_code, t.conducting`,
  assignments: Prisma.sql`kind = s.kind, link_code = s.link_code, node_code = s.node_code, conducting = s.conducting`,
}

async function countStaged(db: Db, runId: number, staged: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM ${staged} WHERE run_id = ${runId}::int`
  return row.count
}

/** Changes what differs and adds what is missing. The order of what is added makes it come out the same each time. */
async function upsert(run: StagedRun, table: Table): Promise<MergeCounts> {
  const { db, runId, service } = run
  const { stored, staged, columns, values, present, assignments } = table
  const changed = await db.$executeRaw`
    UPDATE ${stored} t SET ${assignments}, geom = s.geom
    FROM ${staged} s
    WHERE s.run_id = ${runId}::int AND t.service = ${service}::service AND t.code = s.code
      AND (ROW(${present}) IS DISTINCT FROM ROW(${values}) OR ST_AsBinary(t.geom) <> ST_AsBinary(s.geom))`
  const added = await db.$executeRaw`
    INSERT INTO ${stored} (service, code, ${columns}, geom)
    SELECT ${service}::service, s.code, ${values}, s.geom
    FROM ${staged} s
    WHERE s.run_id = ${runId}::int AND NOT EXISTS (SELECT FROM ${stored} t WHERE t.service = ${service}::service AND t.code = s.code)
    ORDER BY s.file, s.line`
  return { new: added, changed, unchanged: (await countStaged(db, runId, staged)) - added - changed, removed: 0 }
}

/** What no file names goes: a pipe that is no longer there would hold a supply that is not there any more. */
async function removeMissing({ db, runId, service, keeps }: StagedRun, { stored, staged }: Table): Promise<number> {
  if (keeps) return 0
  return db.$executeRaw`
    DELETE FROM ${stored} t
    WHERE t.service = ${service}::service AND NOT EXISTS (SELECT FROM ${staged} s WHERE s.run_id = ${runId}::int AND s.code = t.code)`
}

/** Where a service point is that names only its node or link: there. */
const POINT_PLACE = Prisma.sql`coalesce(s.geom, node.geom, ST_LineInterpolatePoint(link.geom, 0.5))`

/** Service points are the customers': they are added and changed, never removed. What a file does not say of one stays as it is. */
async function upsertPoints({ db, runId, service }: StagedRun): Promise<MergeCounts> {
  const staged = Prisma.sql`staging.network_point`
  const changed = await db.$executeRaw`
    UPDATE service_point p SET node_code = s.node_code, link_code = s.link_code, kind = coalesce(s.kind, p.kind), units = coalesce(s.units, p.units),
      geom = coalesce(s.geom, p.geom)
    FROM ${staged} s
    WHERE s.run_id = ${runId}::int AND p.service = ${service}::service AND p.code = s.code
      AND ((p.node_code, p.link_code, p.kind, p.units) IS DISTINCT FROM (s.node_code, s.link_code, coalesce(s.kind, p.kind), coalesce(s.units, p.units))
        OR ST_AsBinary(p.geom) <> ST_AsBinary(coalesce(s.geom, p.geom)))`
  const added = await db.$executeRaw`
    INSERT INTO service_point (service, code, address_id, kind, units, node_code, link_code, geom)
    SELECT ${service}::service, new.code, (
        SELECT a.id FROM address a
        WHERE a.geom && ST_Expand(new.geom, ${NEAREST_WITHIN / METRES_PER_DEGREE}::float8 / greatest(cosd(ST_Y(new.geom)), 0.01),
            ${NEAREST_WITHIN / METRES_PER_DEGREE}::float8)
          AND ST_DWithin(a.geom::geography, new.geom::geography, ${NEAREST_WITHIN}::float8)
        ORDER BY ST_Distance(a.geom::geography, new.geom::geography), a.id LIMIT 1
      ), coalesce(new.kind, CASE WHEN new.units > 1 THEN 'shared' ELSE 'individual' END::service_point_kind), coalesce(new.units, 1),
      new.node_code, new.link_code, new.geom
    FROM (
      SELECT s.file, s.line, s.code, s.kind, s.units, s.node_code, s.link_code, ${POINT_PLACE} AS geom
      FROM ${staged} s
      LEFT JOIN network_node node ON node.service = ${service}::service AND node.code = s.node_code
      LEFT JOIN network_link link ON link.service = ${service}::service AND link.code = s.link_code
      WHERE s.run_id = ${runId}::int AND NOT EXISTS (SELECT FROM service_point p WHERE p.service = ${service}::service AND p.code = s.code)
    ) new
    ORDER BY new.file, new.line`
  return { new: added, changed, unchanged: (await countStaged(db, runId, staged)) - added - changed, removed: 0 }
}

/**
 * Brings the staged network into the tables, inside the caller's transaction; what no file names is removed, unless the run keeps it. Imports of service
 * points and of other networks wait meanwhile.
 */
export async function mergeNetwork(run: StagedRun): Promise<NetworkCounts> {
  await run.db.$executeRaw`LOCK TABLE service_point, network IN SHARE ROW EXCLUSIVE MODE`
  const nodes = await upsert(run, NODES)
  const links = await upsert(run, LINKS)
  const devices = await upsert(run, DEVICES)
  devices.removed = await removeMissing(run, DEVICES)
  links.removed = await removeMissing(run, LINKS)
  nodes.removed = await removeMissing(run, NODES)
  const servicePoints = await upsertPoints(run)
  await run.db.$executeRaw`ANALYZE network_node, network_link, device`
  return { nodes, links, devices, servicePoints }
}
