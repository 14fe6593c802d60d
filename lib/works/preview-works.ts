import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Breach } from '@/lib/regulation/find-breaches'
import { countInSelections } from './affected-queries'
import { legalBreaches, legalNotice } from './legal-notice'
import { getNoticeRules } from './notice-rules'
import { type NoticeDraft, planNotices } from './plan-notices'
import { firstStart, prepareWorks } from './prepare-works'
import type { AffectedCounts, LegalNotice, PlannedNotice, WorksInput } from './works'

export interface WorksPreview {
  affected: AffectedCounts
  legal: LegalNotice | null
  breaches: Breach[]
  notices: PlannedNotice[]
}

/** A notice that was only planned, in the shape in which stored ones are shown. */
export function toPlannedNotice({ kind, dueAt, notAfter, skipReason }: NoticeDraft): PlannedNotice {
  return { kind, dueAt: dueAt.toISOString(), notAfter: notAfter.toISOString(), state: skipReason ? 'skipped' : 'planned', skipReason }
}

/** What publishing these works now would mean; writes nothing. Throws `bad_input` as creating them would. */
export async function previewWorks(actor: Actor, input: WorksInput, now: Date): Promise<WorksPreview> {
  requirePolicy(actor, canPlanWorks(actor))
  const db = database()
  const prepared = await prepareWorks(db, input, now)
  const { service } = prepared.input
  const rules = await getNoticeRules(db, prepared.utility, service, now)
  // Not rows yet: numbered from 1, so that windows of different parts stay apart.
  let id = 0
  const windows = prepared.parts.map((part) => part.windows.map((window) => ({ ...window, id: ++id })))
  return {
    affected: await countInSelections(
      db,
      service,
      prepared.parts.map((part) => part.selection),
    ),
    legal: legalNotice(prepared.utility, service, firstStart(prepared.parts), now),
    breaches: legalBreaches(prepared.utility, service, windows.flat()),
    notices: planNotices(windows, rules, now).map(toPlannedNotice),
  }
}
