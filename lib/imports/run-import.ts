import path from 'node:path'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canImport } from '@/lib/auth/policies'
import { type Db, database, transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { DEFAULT_LOCALE } from '@/lib/i18n/locales'
import type { ImportPlan, StagedRow } from './import-plan'
import type { ImportCounts, ImportRequest, ImportSummary } from './imports'
import { matchColumns } from './match-columns'
import { openSource } from './open-source'
import {
  allowMemory,
  countLiveRuns,
  countRejectedByReason,
  countRejectedRows,
  deleteDeadRuns,
  deleteUnfinishedRun,
  findRejectedRows,
  finishRun,
  insertRun,
} from './queries'
import { RejectedRows } from './rejected-rows'
import { Row } from './row'
import { stageRows } from './stage-rows'
import { clearStagedRows, dropRejectedRows } from './staged-rows'
import { writeRejects } from './write-rejects'

/** So many problems are shown where an import stops because of them. */
const SHOWN_PROBLEMS = 10

/** Thrown to take a dry run's merge back. */
class DryRun extends Error {
  constructor(readonly counts: ImportCounts) {
    super('dry run')
  }
}

function openRun<T extends StagedRow>(plan: ImportPlan<T>, file: string): Promise<number> {
  return transaction(async (db) => {
    await deleteDeadRuns(db, plan.kind)
    if ((await countLiveRuns(db, plan.kind)) === 0) await clearStagedRows(db, plan.table, 'all')
    return insertRun(db, plan.kind, file)
  })
}

function closeRun<T extends StagedRow>(plan: ImportPlan<T>, runId: number): Promise<void> {
  return transaction(async (db) => {
    await deleteUnfinishedRun(db, runId)
    await deleteDeadRuns(db, plan.kind)
    await clearStagedRows(db, plan.table, (await countLiveRuns(db, plan.kind)) === 0 ? 'all' : runId)
  })
}

async function refuseRejected(db: Db, runId: number, file: string, count: number): Promise<never> {
  const problems = await findRejectedRows(db, runId, 0, SHOWN_PROBLEMS)
  throw new RejectedRows(file, count, problems, await countRejectedByReason(db, runId))
}

async function mergeRows<T extends StagedRow>(
  plan: ImportPlan<T>,
  actor: Actor,
  runId: number,
  expected: number,
  base: Pick<ImportSummary, 'file' | 'rejected'>,
  dryRun: boolean,
  now: Date,
): Promise<ImportCounts> {
  return transaction(async (db) => {
    await allowMemory(db)
    const remaining = await dropRejectedRows(db, plan.table, runId)
    if (remaining !== expected) throw new AppError('conflict', { reason: 'import_rows_lost', field: 'file' })
    const counts = await plan.merge(db, runId, expected)
    if (dryRun) throw new DryRun(counts)
    await finishRun(db, runId, { ...base, ...counts })
    await recordAudit(db, actor, { action: `import.${plan.kind}`, subject: `import_run:${runId}`, after: { ...base, ...counts } }, now)
    return counts
  }).catch((error: unknown) => {
    if (error instanceof DryRun) return error.counts
    throw error
  })
}

/**
 * Imports one file: streams it into staging, checks it as a set and merges it in one transaction, all or nothing.
 * Throws `RejectedRows` where rows were rejected and the request names no file for them, and `bad_input` for a file that cannot be read.
 */
export async function runImport<T extends StagedRow>(
  actor: Actor,
  plan: ImportPlan<T>,
  request: ImportRequest,
  now: Date,
): Promise<ImportSummary> {
  requirePolicy(actor, canImport(actor))
  if (request.rejectFile && path.resolve(request.rejectFile) === path.resolve(request.file)) throw badInput('import_reject_same', 'reject')
  const db = database()
  const source = await (plan.open ?? openSource)(request.file)
  const row = new Row(matchColumns(plan.fields, source.columns, request))
  const file = path.basename(request.file)
  const runId = await openRun(plan, file)
  try {
    const staged = await stageRows(db, plan, runId, source, row, (read) => request.onProgress?.(read, source.bytes))
    const unread = await countRejectedRows(db, runId)
    await transaction(async (checking) => {
      await allowMemory(checking)
      await plan.check(checking, runId, staged.mayRepeat)
    })
    const rejected = await countRejectedRows(db, runId)
    if (rejected > 0 && !request.rejectFile) await refuseRejected(db, runId, file, rejected)
    if (rejected > 0 && request.rejectFile) await writeRejects(db, runId, source, request.rejectFile, DEFAULT_LOCALE)
    const expected = staged.count - (rejected - unread)
    const counts = await mergeRows(plan, actor, runId, expected, { file, rejected }, request.dryRun ?? false, now)
    return { file, ...counts, rejected }
  } finally {
    await closeRun(plan, runId)
  }
}
