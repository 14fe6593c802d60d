import type { Db } from '@/lib/db/client'
import type { ImportProblem, ImportSummary } from './imports'
import { stagedPlain, stagedTexts } from './staged-columns'

/** A run that did nothing for so long, in minutes, was killed. Its longest single statement takes a few. */
const DEAD_AFTER = 30

/** Lets the statements of the caller's transaction sort and join a million rows in memory: one import runs at a time. */
export async function allowMemory(db: Db): Promise<void> {
  await db.$executeRaw`SELECT set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '256MB', true)`
}

/** Opens a run. Its row is only seen as done when it ends well. */
export async function insertRun(db: Db, kind: string, fileName: string): Promise<number> {
  const [run] = await db.$queryRaw<[{ id: number }]>`INSERT INTO import_run (kind, file_name) VALUES (${kind}, ${fileName}) RETURNING id`
  return run.id
}

/** Says that the run is alive. */
export async function touchRun(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`UPDATE import_run SET touched_at = now() WHERE id = ${runId}::int`
}

/** Forgets runs that were killed. New runs of other processes wait until the caller's transaction ends. */
export async function deleteDeadRuns(db: Db, kind: string): Promise<void> {
  await db.$executeRaw`LOCK TABLE import_run IN SHARE ROW EXCLUSIVE MODE`
  await db.$executeRaw`
    DELETE FROM import_run
    WHERE kind = ${kind} AND finished_at IS NULL AND touched_at < now() - make_interval(mins => ${DEAD_AFTER}::int)`
  await db.$executeRaw`
    DELETE FROM staging.rejected_row r WHERE NOT EXISTS (SELECT 1 FROM import_run i WHERE i.id = r.run_id AND i.finished_at IS NULL)`
}

/** How many runs of this kind are under way. */
export async function countLiveRuns(db: Db, kind: string): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM import_run WHERE kind = ${kind} AND finished_at IS NULL`
  return row.count
}

/** Writes down what the run did. */
export async function finishRun(db: Db, runId: number, summary: ImportSummary): Promise<void> {
  await db.$executeRaw`
    UPDATE import_run
    SET finished_at = now(), added = ${summary.new}::int, changed = ${summary.changed}::int, unchanged = ${summary.unchanged}::int,
        rejected = ${summary.rejected}::int, left_out = ${summary.leftOut ?? 0}::int
    WHERE id = ${runId}::int`
}

/** Forgets a run that imported nothing. */
export async function deleteUnfinishedRun(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`DELETE FROM staging.rejected_row WHERE run_id = ${runId}::int`
  await db.$executeRaw`DELETE FROM import_run WHERE id = ${runId}::int AND finished_at IS NULL`
}

/** Adds rows that could not even be read. */
export async function insertRejectedRows(db: Db, runId: number, problems: readonly ImportProblem[]): Promise<void> {
  if (problems.length === 0) return
  const rows = problems.map((problem) => ({ ...problem, params: JSON.stringify(problem.params) }))
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT ${runId}::int, * FROM unnest(
      ${stagedPlain(rows, 'line')}::int[], ${stagedTexts(rows, 'field')}::text[], ${stagedTexts(rows, 'reason')}::text[],
      ${stagedTexts(rows, 'params')}::jsonb[])`
}

export async function countRejectedRows(db: Db, runId: number): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM staging.rejected_row WHERE run_id = ${runId}::int`
  return row.count
}

/** How many rows were rejected for which reason, commonest first. */
export async function countRejectedByReason(db: Db, runId: number): Promise<Array<{ reason: string; count: number }>> {
  return db.$queryRaw`
    SELECT reason, count(*)::int AS count FROM staging.rejected_row
    WHERE run_id = ${runId}::int GROUP BY reason ORDER BY count DESC, reason`
}

/** Rejected rows in the file's order, at most `limit` after `line`. */
export async function findRejectedRows(db: Db, runId: number, line: number, limit: number): Promise<ImportProblem[]> {
  return db.$queryRaw`
    SELECT line, field, reason, params FROM staging.rejected_row
    WHERE run_id = ${runId}::int AND line > ${line}::int ORDER BY line LIMIT ${limit}::int`
}
