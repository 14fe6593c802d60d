import { DEFAULT_LOCALE } from '@/lib/i18n/locales'
import { describeProblem } from '@/lib/imports/describe-problem'
import type { NetworkImportSummary } from '@/lib/network/import-network'
import type { NetworkTrace } from '@/lib/network/network'

/** More codes than these are counted, not named. */
const NAMED = 12

function nameSome(codes: readonly string[]): string {
  if (codes.length === 0) return 'none'
  const more = codes.length > NAMED ? ` … (${codes.length})` : ''
  return codes.slice(0, NAMED).join(', ') + more
}

/** What an import of a network did, and what it warns of. */
export function networkImportWords(summary: NetworkImportSummary, { dryRun, reject }: { dryRun?: boolean; reject?: string }): string {
  const { files, parts, tied, segments, unsuppliedSegments, rejected, warnings } = summary
  const rejectedWords = `${rejected} rejected${reject && rejected > 0 ? ` (see ${reject})` : ''}`
  const lines = [
    `${files.join(', ')}: ${summary.new} new, ${summary.changed} changed, ${summary.unchanged} unchanged, ${summary.removed} removed, ${rejectedWords}` +
      (dryRun ? ' – dry run, nothing was imported' : ''),
    ...Object.entries(parts).map(
      ([part, counts]) =>
        `  ${part === 'servicePoints' ? 'service points' : part}: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.removed} removed`,
    ),
    `  segments: ${segments}${unsuppliedSegments > 0 ? `, ${unsuppliedSegments} of them without supply` : ''}`,
    `  service points of this service: ${tied.byCode} tied by code, ${tied.byDistance} to the nearest link within ${tied.tieWithin} m, ${tied.untied} left over`,
    ...warnings.map(
      ({ reason, count, examples }) =>
        `  warning: ${describeProblem({ reason, params: { count, examples: examples.join(', ') } }, DEFAULT_LOCALE)}`,
    ),
  ]
  return lines.join('\n')
}

/** A trace, for people. */
export function traceWords(trace: NetworkTrace): string {
  return [
    `close: ${nameSome(trace.devices)}`,
    `isolated: ${trace.segments} ${trace.segments === 1 ? 'segment' : 'segments'}, links ${nameSome(trace.isolatedLinks)}`,
    `cut beyond them: ${nameSome(trace.cutLinks)}`,
    `service points without supply: ${trace.servicePoints} (${trace.units} dwellings)`,
    ...trace.alternatives.map(({ device, servicePoints }) => `operating ${device} would bring ${servicePoints} service points back`),
  ].join('\n')
}
