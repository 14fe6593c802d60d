import { DEFAULT_LOCALE } from '@/lib/i18n/locales'
import { describeProblem } from '@/lib/imports/describe-problem'
import type { ImportSummary } from '@/lib/imports/imports'
import type { RejectedRows } from '@/lib/imports/rejected-rows'

/** What an import did, in one line. */
export function importWords(summary: ImportSummary, options: { dryRun?: boolean; reject?: string }): string {
  const counts = `${summary.new} new, ${summary.changed} changed, ${summary.unchanged} unchanged, ${summary.rejected} rejected`
  const rejected = options.reject && summary.rejected > 0 ? ` (see ${options.reject})` : ''
  const leftOut = summary.leftOut ? `, ${summary.leftOut} left out: their people asked to hear no more` : ''
  return `${summary.file}: ${counts}${rejected}${leftOut}${options.dryRun ? ' – dry run, nothing was imported' : ''}`
}

/** The first rejected rows with line, field and reason, and how many there are of each reason. */
export function rejectedWords({ file, problems, totals, count }: RejectedRows): string {
  const lines = problems.map((problem) => {
    const field = problem.field ? `, ${problem.field}` : ''
    return `${problem.file ?? file}, line ${problem.line}${field}: ${describeProblem(problem, DEFAULT_LOCALE)}`
  })
  const more = count > problems.length ? [`… and ${count - problems.length} more`] : []
  return `${[...lines, ...more, '', ...totals.map((total) => `${total.count} × ${total.reason.replace(/^import_/, '').replaceAll('_', ' ')}`), ''].join('\n')}`
}
