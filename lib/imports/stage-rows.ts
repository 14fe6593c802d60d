import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import type { ImportPlan, StagedRow } from './import-plan'
import type { ImportProblem } from './imports'
import { insertRejectedRows, touchRun } from './queries'
import type { Row } from './row'
import type { RowSource, SourceRow } from './row-source'

/** Groups on their way to the database: while one is answered the next is there already, so that neither side waits for the other. */
const IN_FLIGHT = 2

/** How often a run says that it is alive, in groups: a few seconds. */
const GROUPS_PER_TOUCH = 20

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

export interface Staged {
  count: number
  /** Whether two rows may have one key. */
  mayRepeat: boolean
}

/** Sees whether keys ascend, as in most exports: then none can repeat, and the database need not look. */
class KeyOrder<T> {
  private last = ''
  private ascends = true

  constructor(private readonly key: ((row: T) => string) | undefined) {}

  add(rows: readonly T[]): void {
    if (!this.key || !this.ascends) return
    for (const row of rows) {
      const key = this.key(row)
      if (key <= this.last) this.ascends = false
      this.last = key
    }
  }

  get mayRepeat(): boolean {
    return !this.key || !this.ascends
  }
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

/** Streams the whole file into the staging tables, reading on while the database writes. */
export async function stageRows<T extends StagedRow>(
  db: Db,
  plan: ImportPlan<T>,
  runId: number,
  source: RowSource,
  row: Row,
  onBytes?: (read: number) => void,
): Promise<Staged> {
  const order = new KeyOrder(plan.key)
  let count = 0
  let groups = 0
  const writing: Promise<void>[] = []
  try {
    for await (const group of source.groups(onBytes)) {
      if (writing.length === IN_FLIGHT) await writing.shift()
      const { staged, problems } = readGroup(plan, row, group, source.columns.length)
      count += staged.length
      order.add(staged)
      groups += 1
      const write = writeGroup(db, plan, runId, staged, problems)
      write.catch(() => {}) // the await above or below hears of it
      writing.push(write)
      if (groups % GROUPS_PER_TOUCH === 0) await touchRun(db, runId)
      // Lets the statement leave before the next group is read.
      await new Promise(setImmediate)
    }
    await Promise.all(writing)
    return { count, mayRepeat: order.mayRepeat }
  } finally {
    await Promise.allSettled(writing)
  }
}

async function writeGroup<T extends StagedRow>(db: Db, plan: ImportPlan<T>, runId: number, staged: T[], problems: ImportProblem[]) {
  if (staged.length > 0) await plan.stage(db, runId, staged)
  await insertRejectedRows(db, runId, problems)
}
