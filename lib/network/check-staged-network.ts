import { Prisma } from '@/lib/db/generated/client'
import type { NetworkPart } from './staged-network'
import { allLinks, type StagedRun } from './staged-run'

const TABLES: Record<NetworkPart, Prisma.Sql> = {
  node: Prisma.sql`staging.network_node`,
  link: Prisma.sql`staging.network_link`,
  device: Prisma.sql`staging.network_device`,
  service_point: Prisma.sql`staging.network_point`,
}

/** Rejects the rows of `part` that `wrong` holds of: their field, a reason, and what its words need besides. */
async function reject(
  { db, runId }: StagedRun,
  part: NetworkPart,
  field: Prisma.Sql,
  reason: Prisma.Sql,
  params: Prisma.Sql,
  wrong: Prisma.Sql,
) {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, file, line, field, reason, params)
    SELECT s.run_id, s.file, s.line, ${field}, ${reason}, jsonb_build_object('part', ${part}::text, 'id', s.code) || ${params}
    FROM ${TABLES[part]} s
    WHERE s.run_id = ${runId}::int AND (${wrong})
    ON CONFLICT DO NOTHING`
}

/** What is rejected is gone for all that refers to it. */
async function dropRejected({ db, runId }: StagedRun, part: NetworkPart): Promise<void> {
  await db.$executeRaw`
    DELETE FROM ${TABLES[part]} s USING staging.rejected_row r
    WHERE s.run_id = ${runId}::int AND r.run_id = s.run_id AND r.file = s.file AND r.line = s.line`
}

async function rejectRepeated({ db, runId }: StagedRun, part: NetworkPart): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, file, line, field, reason, params)
    SELECT run_id, file, line, 'id', 'network_repeats_id', jsonb_build_object('part', ${part}::text, 'id', code, 'line', first_line, 'file', first_file)
    FROM (
      SELECT run_id, file, line, code, row_number() OVER same AS position, first_value(line) OVER same AS first_line, first_value(file) OVER same AS first_file
      FROM ${TABLES[part]} WHERE run_id = ${runId}::int WINDOW same AS (PARTITION BY code ORDER BY file, line)
    ) numbered
    WHERE position > 1
    ON CONFLICT DO NOTHING`
}

function isUnknown({ runId, service, keeps }: StagedRun, part: 'node' | 'link', code: Prisma.Sql): Prisma.Sql {
  const stored = part === 'node' ? Prisma.sql`network_node` : Prisma.sql`network_link`
  return Prisma.sql`NOT EXISTS (SELECT FROM ${TABLES[part]} known WHERE known.run_id = ${runId}::int AND known.code = ${code})
    AND NOT (${keeps} AND EXISTS (SELECT FROM ${stored} known WHERE known.service = ${service}::service AND known.code = ${code}))`
}

/** Refuses a name that is in no file; null is nothing to look for. */
function rejectUnknown(where: StagedRun, part: NetworkPart, field: 'from' | 'to' | 'link' | 'node', column: Prisma.Sql): Promise<void> {
  const [what, reason] = field === 'link' ? (['link', 'network_unknown_link'] as const) : (['node', 'network_unknown_node'] as const)
  const unknown = Prisma.sql`${column} IS NOT NULL AND ${isUnknown(where, what, column)}`
  return reject(where, part, Prisma.sql`${field}`, Prisma.sql`${reason}`, Prisma.sql`jsonb_build_object('code', ${column})`, unknown)
}

const NO_PARAMS = Prisma.sql`'{}'::jsonb`
const PLACE_PARAMS = Prisma.sql`jsonb_build_object('value', concat_ws(' ', s.x, s.y))`

function rejectPlace(where: StagedRun, part: NetworkPart): Promise<void> {
  const isOutside = Prisma.sql`s.x IS NOT NULL AND (s.geom IS NULL OR NOT (abs(ST_X(s.geom)) <= 180 AND abs(ST_Y(s.geom)) <= 90))`
  return reject(where, part, Prisma.sql`'coordinates'`, Prisma.sql`'network_not_degrees'`, PLACE_PARAMS, isOutside)
}

/** Rejects nodes that repeat an earlier one, have no coordinates, or such as are not on this earth. What is rejected leaves staging. */
export async function checkNodes(where: StagedRun): Promise<void> {
  await rejectRepeated(where, 'node')
  await rejectPlace(where, 'node')
  await reject(where, 'node', Prisma.sql`'coordinates'`, Prisma.sql`'network_no_coordinates'`, NO_PARAMS, Prisma.sql`s.x IS NULL`)
  await dropRejected(where, 'node')
}

/** Rejects links that repeat an earlier one, join a node to itself, or name nodes that are not there. After the nodes. */
export async function checkLinks(where: StagedRun): Promise<void> {
  await rejectRepeated(where, 'link')
  await reject(where, 'link', Prisma.sql`'to'`, Prisma.sql`'network_link_to_itself'`, NO_PARAMS, Prisma.sql`s.from_node = s.to_node`)
  await rejectUnknown(where, 'link', 'from', Prisma.sql`s.from_node`)
  await rejectUnknown(where, 'link', 'to', Prisma.sql`s.to_node`)
  // Within the box of the whole world, or with no finite box at all.
  const isOutside = Prisma.sql`s.geom IS NULL OR NOT (ST_XMin(s.geom) >= -180 AND ST_XMax(s.geom) <= 180 AND ST_YMin(s.geom) >= -90 AND ST_YMax(s.geom) <= 90)`
  const firstPlace = Prisma.sql`jsonb_build_object('value', coalesce(split_part(s.shape, ',', 1), ''))`
  await reject(where, 'link', Prisma.sql`'coordinates'`, Prisma.sql`'network_not_degrees'`, firstPlace, isOutside)
  await dropRejected(where, 'link')
}

/** Rejects devices that repeat an earlier one, or stand on a link that is not there or does not end at their node. After the links. */
export async function checkDevices(where: StagedRun): Promise<void> {
  await rejectRepeated(where, 'device')
  await rejectPlace(where, 'device')
  await rejectUnknown(where, 'device', 'link', Prisma.sql`s.link_code`)
  await rejectUnknown(where, 'device', 'node', Prisma.sql`s.node_code`)
  const isElsewhere = Prisma.sql`NOT EXISTS (
    SELECT FROM (${allLinks(where)}) link WHERE link.code = s.link_code AND s.node_code IN (link.from_node, link.to_node))`
  const params = Prisma.sql`jsonb_build_object('link', s.link_code, 'node', s.node_code)`
  await reject(where, 'device', Prisma.sql`'node'`, Prisma.sql`'network_device_not_at_end'`, params, isElsewhere)
  await dropRejected(where, 'device')
}

/** Rejects service points that repeat an earlier one, or hang on what is not there. After the links. */
export async function checkPoints(where: StagedRun): Promise<void> {
  await rejectRepeated(where, 'service_point')
  await rejectPlace(where, 'service_point')
  await rejectUnknown(where, 'service_point', 'node', Prisma.sql`s.node_code`)
  await rejectUnknown(where, 'service_point', 'link', Prisma.sql`s.link_code`)
  const isNowhere = Prisma.sql`s.geom IS NULL AND s.node_code IS NULL AND s.link_code IS NULL`
  await reject(where, 'service_point', Prisma.sql`'node'`, Prisma.sql`'network_point_nowhere'`, NO_PARAMS, isNowhere)
  await dropRejected(where, 'service_point')
}
