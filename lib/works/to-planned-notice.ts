import type { NoticeDraft } from './plan-notices'
import type { PlannedNotice } from './works'

/** A notice that was only planned, in the shape in which stored ones are shown. */
export function toPlannedNotice({ kind, dueAt, notAfter, skipReason }: NoticeDraft): PlannedNotice {
  return { kind, dueAt: dueAt.toISOString(), notAfter: notAfter.toISOString(), state: skipReason ? 'skipped' : 'planned', skipReason }
}
