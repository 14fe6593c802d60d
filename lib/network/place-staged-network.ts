import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError, badInput } from '@/lib/errors'
import { allLinks, allNodes, type StagedRun } from './staged-run'

/** WGS84, in which everything is stored. */
export const WGS84 = 4326

/** A device stands so many metres from its node, where no file says where: far enough to be told apart on a map. */
const DEVICE_OFFSET = 4

const known = z.array(z.object({ srid: z.number() }))

/** Throws `bad_input` where the database does not know the coordinate system. */
export async function requireKnownCrs(db: Db, crs: number): Promise<void> {
  const rows = await db.$queryRaw`SELECT srid FROM spatial_ref_sys WHERE srid = ${crs}::int`
  if (known.parse(rows).length === 0) throw badInput('network_unknown_crs', 'crs', { crs })
}

/** Gives the nodes of EPANET files their coordinates. Where a file gives several, the last counts, as in EPANET. */
async function takeCoordinates(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    UPDATE staging.network_node node SET x = place.x, y = place.y
    FROM (
      SELECT DISTINCT ON (code) code, x, y FROM staging.network_remark
      WHERE run_id = ${runId}::int AND what = 'coordinates' ORDER BY code, file DESC, line DESC
    ) place
    WHERE node.run_id = ${runId}::int AND node.code = place.code AND node.x IS NULL`
}

/** A pipe or valve whose last status is closed, and that no control or rule ever opens, is a closed valve. A stopped pump runs again. */
async function takeStates(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    UPDATE staging.network_link link SET is_closed = state.what = 'closed'
    FROM (
      SELECT DISTINCT ON (file, code) file, code, what FROM staging.network_remark
      WHERE run_id = ${runId}::int AND what IN ('open', 'closed') ORDER BY file, code, line DESC
    ) state
    WHERE link.run_id = ${runId}::int AND link.file = state.file AND link.code = state.code AND link.kind <> 'pump'`
  await db.$executeRaw`
    UPDATE staging.network_link link SET is_closed = false
    FROM staging.network_remark remark
    WHERE remark.run_id = ${runId}::int AND remark.what = 'operated'
      AND link.run_id = ${runId}::int AND link.file = remark.file AND link.code = remark.code AND link.is_closed`
}

function inDegrees(geometry: Prisma.Sql, crs: number): Prisma.Sql {
  return crs === WGS84 ? Prisma.sql`ST_SetSRID(${geometry}, 4326)` : Prisma.sql`ST_Transform(ST_SetSRID(${geometry}, ${crs}::int), 4326)`
}

/** What has coordinates of its own. In degrees already, only what is within their range: the rest is rejected later, with its line. */
async function placePoints(db: Db, runId: number, table: Prisma.Sql, crs: number): Promise<void> {
  await db.$executeRaw`
    UPDATE ${table} SET geom = ${inDegrees(Prisma.sql`ST_MakePoint(x, y)`, crs)}
    WHERE run_id = ${runId}::int AND x IS NOT NULL AND (${crs}::int <> ${WGS84}::int OR (abs(x) <= 180 AND abs(y) <= 90))`
}

/** Names the system where coordinates are none of it: the database says only that one of them is not. */
async function transforming(crs: number, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error) || !/transform|proj/i.test(error.message)) throw error
    throw badInput('network_wrong_crs', 'crs', { crs })
  }
}

/**
 * Works out where staged nodes, devices and service points with coordinates are, in WGS84, and which links are closed.
 * Throws `bad_input` where the coordinates are none of the system `crs` (EPSG).
 */
export async function placeStagedPoints({ db, runId }: StagedRun, crs: number): Promise<void> {
  await takeCoordinates(db, runId)
  await takeStates(db, runId)
  await transforming(crs, async () => {
    for (const table of [Prisma.sql`staging.network_node`, Prisma.sql`staging.network_device`, Prisma.sql`staging.network_point`])
      await placePoints(db, runId, table, crs)
  })
}

/** Places the staged links: along their own line, else from node to node through the file's vertices. After the nodes are checked. Throws likewise. */
export async function placeStagedLinks(run: StagedRun, crs: number): Promise<void> {
  const { db, runId } = run
  await transforming(crs, async () => {
    await db.$executeRaw`
      UPDATE staging.network_link SET geom = ${inDegrees(Prisma.sql`ST_GeomFromText('LINESTRING(' || shape || ')')`, crs)}
      WHERE run_id = ${runId}::int AND shape IS NOT NULL`
    await db.$executeRaw`
      UPDATE staging.network_link link
      SET geom = ST_MakeLine(ARRAY[ends.first] || coalesce(ends.points, '{}') || ARRAY[ends.last])
      FROM (
        SELECT staged.file, staged.line, first.geom AS first, last.geom AS last, vertices.points
        FROM staging.network_link staged
        JOIN (${allNodes(run)}) first ON first.code = staged.from_node
        JOIN (${allNodes(run)}) last ON last.code = staged.to_node
        LEFT JOIN (
          SELECT file, code, array_agg(${inDegrees(Prisma.sql`ST_MakePoint(x, y)`, crs)} ORDER BY line) AS points
          FROM staging.network_remark WHERE run_id = ${runId}::int AND what = 'vertex' GROUP BY file, code
        ) vertices ON vertices.file = staged.file AND vertices.code = staged.code
        WHERE staged.run_id = ${runId}::int AND staged.shape IS NULL
      ) ends
      WHERE link.run_id = ${runId}::int AND link.file = ends.file AND link.line = ends.line`
  })
}

/**
 * Adds a closed valve at the from end of each closed link, or closes the one that stands there. Then places all devices that no file places: on their link,
 * a few metres from their node. After the links are checked.
 */
export async function placeStagedDevices(run: StagedRun): Promise<void> {
  const { db, runId } = run
  await db.$executeRaw`
    UPDATE staging.network_device device SET conducting = false
    FROM staging.network_link link
    WHERE link.run_id = ${runId}::int AND link.is_closed
      AND device.run_id = ${runId}::int AND device.link_code = link.code AND device.node_code = link.from_node`
  await db.$executeRaw`
    INSERT INTO staging.network_device (run_id, file, line, code, kind, link_code, node_code, conducting)
    SELECT run_id, file, line, code || '@' || from_node, 'valve', code, from_node, false FROM staging.network_link link
    WHERE run_id = ${runId}::int AND is_closed AND NOT EXISTS (
      SELECT FROM staging.network_device device
      WHERE device.run_id = ${runId}::int AND device.link_code = link.code AND device.node_code = link.from_node)`
  await db.$executeRaw`
    UPDATE staging.network_device device
    SET geom = ST_LineInterpolatePoint(link.geom, CASE WHEN link.from_node = device.node_code THEN link.share ELSE 1 - link.share END)
    FROM (
      SELECT code, from_node, geom, least(1.0 / 3, coalesce(${DEVICE_OFFSET}::float8 / nullif(ST_Length(geom::geography), 0), 0)) AS share
      FROM (${allLinks(run)}) either
      WHERE code IN (SELECT link_code FROM staging.network_device WHERE run_id = ${runId}::int AND x IS NULL)
    ) link
    WHERE device.run_id = ${runId}::int AND device.x IS NULL AND link.code = device.link_code`
}
