import type { Db } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import { insertNotices } from './notice-queries'
import { getNoticeRules } from './notice-rules'
import { type NoticeDraft, planNotices } from './plan-notices'
import { findWindowsByPart, type LockedWorks } from './queries'
import { soonestOutsideQuietHours } from './quiet-hours'
import { toPlannedNotice } from './to-planned-notice'
import type { PlannedNotice } from './works'

/** Plans a new version's notices: `changed` at once for those who had heard, and the stages that are still to come for everyone. */
export async function planChange(db: Db, works: LockedWorks, now: Date): Promise<PlannedNotice[]> {
  const parts = await findWindowsByPart(db, works.id, works.version)
  const rules = await getNoticeRules(db, await getUtility(db), works.service, now)
  const windows = parts.flat()
  const starts = windows.map((window) => window.start.getTime())
  const changed: NoticeDraft = {
    kind: 'changed',
    dueAt: soonestOutsideQuietHours(now, rules.quiet, new Date(Math.min(...starts))),
    notAfter: new Date(Math.max(...windows.map((window) => window.end.getTime()))),
    windows,
    skipReason: null,
  }
  const drafts = [changed, ...planNotices(parts, rules, now)]
  await insertNotices(db, works.id, works.version, drafts)
  return drafts.map(toPlannedNotice)
}
