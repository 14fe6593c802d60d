import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { badInput } from '@/lib/errors'
import { DEFAULT_LOCALE } from '@/lib/i18n/locales'
import { describeProblem } from '@/lib/imports/describe-problem'
import { warnedParts } from './find-network-warnings'
import { findRejectedParts } from './rejected-parts'
import type { StagedRun } from './staged-run'

/** Rows are fetched in pages of so many: a whole file may be wrong. */
const PAGE = 5_000

function toCsv(cells: Array<string | number>): string {
  return `${cells.map((cell) => (/[",;\t\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')}\n`
}

async function* rejectedLines({ db, runId }: StagedRun, names: readonly string[]): AsyncGenerator<string> {
  for (let after = { position: 0, line: 0 }; ; ) {
    const page = await findRejectedParts(db, runId, names, after, PAGE)
    for (const part of page) {
      const { part: what = '', id = '' } = part.params
      yield toCsv(['rejected', part.file, part.line, what, id, part.field, describeProblem(part, DEFAULT_LOCALE)])
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last
  }
}

const partRows = z.array(z.object({ what: z.string(), code: z.string() }))

async function* warnedLines(run: StagedRun): AsyncGenerator<string> {
  for (const [reason, parts] of Object.entries(warnedParts(run))) {
    const words = describeProblem({ reason: `${reason}_one`, params: {} }, DEFAULT_LOCALE)
    for (let after = ''; ; ) {
      const rows = await run.db.$queryRaw`
        SELECT what, code FROM (${parts}) part WHERE code COLLATE "C" > ${after} ORDER BY code COLLATE "C" LIMIT ${PAGE}::int`
      const page = partRows.parse(rows)
      for (const { what, code } of page) yield toCsv(['warning', '', '', what, code, '', words])
      const last = page.at(-1)
      if (!last || page.length < PAGE) break
      after = last.code
    }
  }
}

async function* allLines(run: StagedRun, names: readonly string[]): AsyncGenerator<string> {
  yield toCsv(['outcome', 'file', 'line', 'part', 'id', 'field', 'reason'])
  yield* rejectedLines(run, names)
  yield* warnedLines(run)
}

/** Writes as CSV what was rejected, and all that was imported with a warning: islands, links without length, parts outside, service points left over. */
export async function writeNetworkRejects(run: StagedRun, names: readonly string[], file: string): Promise<void> {
  await pipeline(Readable.from(allLines(run, names)), createWriteStream(file)).catch((error: NodeJS.ErrnoException) => {
    if (!error.syscall) throw error
    throw badInput('import_reject_file', 'reject', { file: path.basename(file), detail: error.code ?? '' })
  })
}
