import { type EvidenceSummary, pointFigures } from '@/lib/notices/evidence/evidence'
import type { NoticeDelivery } from '@/lib/notices/get-deliveries'

function describeNotice({ dueAt, kind, version, state, audience, counts, reconciliation }: NoticeDelivery): string {
  const present = Object.entries(counts).filter(([, count]) => count > 0)
  const fared = present.map(([name, count]) => `${count} ${name}`).join(', ')
  return `  ${dueAt}  ${kind} (version ${version})  ${state}  ${audience ?? '-'} people: ${fared || '-'}  (${reconciliation.replaceAll('_', ' ')})`
}

/** What can be proved of works, for people at a terminal. */
export function describeEvidence(summary: EvidenceSummary): string {
  const { reference, title, version, state, outcome, legal, tellBy, notices } = summary
  const rule = legal && tellBy ? `, to be told by ${tellBy} (${legal.source}, ${legal.certainty})` : ''
  const figures = pointFigures(summary).map(({ figure, count }) => `${count} ${figure.replaceAll('_', ' ')}`)
  return [
    `${reference}  version ${version}  ${state}  ${title}`,
    `legal notice: ${outcome.replaceAll('_', ' ')}${rule}`,
    `service points: ${figures.join(', ')}`,
    'Notices',
    ...notices.map(describeNotice),
  ].join('\n')
}
