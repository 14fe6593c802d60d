import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { describeProblem } from './describe-problem'
import type { ImportProblem } from './imports'
import { findRejectedRows } from './queries'
import type { RowSource } from './row-source'

/** Rejected rows are fetched in pages of so many: a file may be rejected as a whole. */
const PAGE = 5000

function toCsv(cells: Array<string | number>): string {
  return `${cells.map((cell) => (/[",;\t\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')}\n`
}

async function* readProblems(db: Db, runId: number): AsyncGenerator<ImportProblem> {
  let line = 0
  for (;;) {
    const page = await findRejectedRows(db, runId, line, PAGE)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    line = last.line
  }
}

/** Walks file and problems side by side, since both are in the file's order. */
async function* writeLines(db: Db, runId: number, source: RowSource, locale: Locale): AsyncGenerator<string> {
  yield toCsv(['line', 'field', 'reason', ...source.columns])
  const problems = readProblems(db, runId)
  let next = (await problems.next()).value
  for await (const group of source.groups()) {
    for (const row of group) {
      if (!next) return
      if (row.line !== next.line) continue
      yield toCsv([row.line, next.field, describeProblem(next, locale), ...row.cells])
      next = (await problems.next()).value
    }
  }
}

/** Writes every rejected row of the run to `file` as CSV: its line, field and reason in words, then its own columns. */
export async function writeRejects(db: Db, runId: number, source: RowSource, file: string, locale: Locale): Promise<void> {
  await pipeline(Readable.from(writeLines(db, runId, source, locale)), createWriteStream(file)).catch((error: NodeJS.ErrnoException) => {
    if (!error.syscall) throw error
    throw badInput('import_reject_file', 'reject', { file: path.basename(file), detail: error.code ?? '' })
  })
}
