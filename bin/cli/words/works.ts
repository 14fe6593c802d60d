import type { PlannedNotice, WorksDetail, WorksSummary } from '@/lib/works/works'

/** How works stand, for people at a terminal. */
export function describeSummary({ reference, version, state, affected, legal, breaches }: WorksSummary): string {
  const lines = [
    `${reference}  version ${version}  ${state}`,
    `${affected.servicePoints} service points, ${affected.units} dwellings, ${affected.accounts} accounts, ${affected.contacts} contacts to tell`,
  ]
  if (legal) {
    const { value, unit } = legal.minimum
    const verdict = legal.ok ? 'kept' : 'NOT KEPT'
    lines.push(
      `legal notice of ${value} ${unit.replace('_', ' ')} ${verdict}: publish by ${legal.latestPublish} (${legal.source}, ${legal.certainty})`,
    )
  }
  return [...lines, ...breaches.map(describeBreach)].join('\n')
}

function describeBreach(breach: WorksSummary['breaches'][number]): string {
  if (breach.kind === 'too_long')
    return `WARNING: the window at ${breach.start} lasts ${breach.hours} h, the law allows ${breach.longest} h`
  return `WARNING: the window at ${breach.start} lies between ${breach.from} and ${breach.to}, when the law allows no works`
}

/** One line a notice: when, what, and why it is skipped if it is. */
export function describeNotices(notices: PlannedNotice[]): string {
  return notices
    .map(({ kind, dueAt, state, skipReason }) => `${dueAt}  ${kind}  ${state}${skipReason ? ` (${skipReason})` : ''}`)
    .join('\n')
}

/** Everything about works: facts, windows, notices with their messages, history. */
export function describeDetail(detail: WorksDetail): string {
  const windows = detail.parts.flatMap((part) => part.windows.map(({ start, end }) => `  ${start} / ${end}`))
  const notices = detail.notices.map((notice) => {
    const counts = Object.entries(notice.counts).filter(([, count]) => count > 0)
    return `  ${describeNotices([notice])}  ${counts.map(([state, count]) => `${count} ${state}`).join(', ')}`
  })
  const history = detail.history.map((entry) => `  ${entry.at}  ${entry.action}  ${entry.actor}`)
  const facts = [`${detail.service}: ${detail.title}`, ...(detail.reason ? [detail.reason] : []), describeSummary(detail)]
  return [...facts, 'Windows', ...windows, 'Notices', ...notices, 'History', ...history].join('\n')
}
