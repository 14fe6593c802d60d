import type { Db } from '@/lib/db/client'
import { stagedPlain, stagedTexts } from '@/lib/imports/staged-columns'
import type { NetworkEntry, StagedDevice, StagedLink, StagedNode, StagedPoint, StagedProblem, StagedRemark } from './staged-network'

interface Where {
  db: Db
  runId: number
  /** Which of the run's files, from 0. */
  file: number
}

async function stageNodes({ db, runId, file }: Where, rows: StagedNode[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.network_node (run_id, file, line, code, kind, x, y)
    SELECT ${runId}::int, ${file}::int, * FROM unnest(${stagedPlain(rows, 'line')}::int[], ${stagedTexts(rows, 'code')}::text[],
      ${stagedPlain(rows, 'kind')}::node_kind[], ${stagedPlain(rows, 'x')}::float8[], ${stagedPlain(rows, 'y')}::float8[])`
}

async function stageLinks({ db, runId, file }: Where, rows: StagedLink[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.network_link (run_id, file, line, code, kind, from_node, to_node, shape, is_closed)
    SELECT ${runId}::int, ${file}::int, * FROM unnest(${stagedPlain(rows, 'line')}::int[], ${stagedTexts(rows, 'code')}::text[],
      ${stagedTexts(rows, 'kind')}::text[], ${stagedTexts(rows, 'from')}::text[], ${stagedTexts(rows, 'to')}::text[],
      ${stagedTexts(rows, 'shape')}::text[], ${stagedPlain(rows, 'isClosed')}::boolean[])`
}

async function stageDevices({ db, runId, file }: Where, rows: StagedDevice[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.network_device (run_id, file, line, code, kind, link_code, node_code, conducting, x, y)
    SELECT ${runId}::int, ${file}::int, * FROM unnest(${stagedPlain(rows, 'line')}::int[], ${stagedTexts(rows, 'code')}::text[],
      ${stagedPlain(rows, 'kind')}::device_kind[], ${stagedTexts(rows, 'link')}::text[], ${stagedTexts(rows, 'node')}::text[],
      ${stagedPlain(rows, 'conducting')}::boolean[], ${stagedPlain(rows, 'x')}::float8[], ${stagedPlain(rows, 'y')}::float8[])`
}

async function stagePoints({ db, runId, file }: Where, rows: StagedPoint[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.network_point (run_id, file, line, code, node_code, link_code, kind, units, x, y)
    SELECT ${runId}::int, ${file}::int, * FROM unnest(${stagedPlain(rows, 'line')}::int[], ${stagedTexts(rows, 'code')}::text[],
      ${stagedTexts(rows, 'node')}::text[], ${stagedTexts(rows, 'link')}::text[], ${stagedPlain(rows, 'kind')}::service_point_kind[],
      ${stagedPlain(rows, 'units')}::int[], ${stagedPlain(rows, 'x')}::float8[], ${stagedPlain(rows, 'y')}::float8[])`
}

async function stageRemarks({ db, runId, file }: Where, rows: StagedRemark[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.network_remark (run_id, file, line, what, code, x, y)
    SELECT ${runId}::int, ${file}::int, * FROM unnest(${stagedPlain(rows, 'line')}::int[], ${stagedPlain(rows, 'what')}::text[],
      ${stagedTexts(rows, 'code')}::text[], ${stagedPlain(rows, 'x')}::float8[], ${stagedPlain(rows, 'y')}::float8[])`
}

async function stageProblems({ db, runId, file }: Where, rows: StagedProblem[]): Promise<void> {
  const problems = rows.map((row) => ({ ...row, params: JSON.stringify(row.params) }))
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, file, line, field, reason, params)
    SELECT ${runId}::int, ${file}::int, * FROM unnest(${stagedPlain(problems, 'line')}::int[], ${stagedTexts(problems, 'field')}::text[],
      ${stagedTexts(problems, 'reason')}::text[], ${stagedTexts(problems, 'params')}::jsonb[])
    ON CONFLICT DO NOTHING`
}

/** So many rows travel in one statement. */
const GROUP = 5_000

/** Collects rows of one table and writes them in groups. */
class Group<T> {
  private rows: T[] = []

  constructor(private readonly write: (rows: T[]) => Promise<void>) {}

  async add(row: T): Promise<void> {
    if (this.rows.push(row) >= GROUP) await this.flush()
  }

  async flush(): Promise<void> {
    const rows = this.rows
    this.rows = []
    if (rows.length > 0) await this.write(rows)
  }
}

/** Streams what one file says into the staging tables. `onGroup` is called now and then, so that the run can say that it is alive. */
export async function stageNetwork(where: Where, entries: AsyncIterable<NetworkEntry>, onGroup: () => Promise<void>): Promise<void> {
  const groups = {
    node: new Group<StagedNode>((rows) => stageNodes(where, rows)),
    link: new Group<StagedLink>((rows) => stageLinks(where, rows)),
    device: new Group<StagedDevice>((rows) => stageDevices(where, rows)),
    service_point: new Group<StagedPoint>((rows) => stagePoints(where, rows)),
    remark: new Group<StagedRemark>((rows) => stageRemarks(where, rows)),
    problem: new Group<StagedProblem>((rows) => stageProblems(where, rows)),
  }
  let count = 0
  for await (const { what, row } of entries) {
    await (groups[what] as Group<typeof row>).add(row)
    count += 1
    if (count % (GROUP * 10) === 0) await onGroup()
  }
  for (const group of Object.values(groups)) await group.flush()
}
