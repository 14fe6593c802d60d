import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import type { ImportPlan, StagedRow } from './import-plan'
import type { ImportProblem } from './imports'
import { insertRejectedRows, touchRun } from './queries'
import type { Row } from './row'
import type { RowSource, SourceRow } from './row-source'

function toProblem(line: number, error: unknown): ImportProblem {
  if (!(error instanceof AppError)) throw error
  return { line, field: error.detail.field ?? '', reason: error.detail.reason, params: error.detail.params ?? {} }
}

/** Rows that the file itself has wrong, before anyone asks what they say. */
function findMalformed({ line, cells, problem }: SourceRow, expected: number): ImportProblem | null {
  if (problem) return { line, field: 'geometry', reason: problem, params: {} }
  if (cells.length === expected) return null
  const reason = cells.length < expected ? 'import_too_few_columns' : 'import_too_many_columns'
  return { line, field: '', reason, params: { expected, found: cells.length } }
}

function readGroup<T extends StagedRow>(plan: ImportPlan<T>, row: Row, group: SourceRow[], width: number) {
  const staged: T[] = []
  const problems: ImportProblem[] = []
  for (const source of group) {
    const malformed = findMalformed(source, width)
    if (malformed) {
      problems.push(malformed)
      continue
    }
    try {
      staged.push(plan.read(row.turnTo(source.cells), source.line))
    } catch (error) {
      problems.push(toProblem(source.line, error))
    }
  }
  return { staged, problems }
}

/** Streams the whole file into the staging tables, reading the next group while the database writes the last. Returns how many rows it staged. */
export async function stageRows<T extends StagedRow>(
  db: Db,
  plan: ImportPlan<T>,
  runId: number,
  source: RowSource,
  row: Row,
  onBytes?: (read: number) => void,
): Promise<number> {
  let count = 0
  let writing: Promise<void> = Promise.resolve()
  for await (const group of source.groups(onBytes)) {
    const { staged, problems } = readGroup(plan, row, group, source.columns.length)
    count += staged.length
    await writing
    writing = writeGroup(db, plan, runId, staged, problems)
    // Reading goes on meanwhile and may throw first: the next await still hears of a failed write.
    writing.catch(() => {})
  }
  await writing
  return count
}

async function writeGroup<T extends StagedRow>(db: Db, plan: ImportPlan<T>, runId: number, staged: T[], problems: ImportProblem[]) {
  if (staged.length > 0) await plan.stage(db, runId, staged)
  await insertRejectedRows(db, runId, problems)
  await touchRun(db, runId)
}
