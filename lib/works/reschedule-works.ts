import { z } from 'zod'
import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPublishWorks } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'
import { getUtility } from '@/lib/utility/queries'
import { freezeAffectedPoints } from './affected-queries'
import { type WorksDraft, worksDraft } from './drafts/works-draft'
import { summariseWorks } from './get-works-summary'
import { supersedeUnsent } from './notice-queries'
import { planChange } from './plan-change'
import { copyParts, findWindowsByPart, getWorksForUpdate, type LockedWorks } from './queries'
import { readMovedWindows } from './read-moved-windows'
import { requireLegalNotice } from './require-legal-notice'
import { type PlannedNotice, partWindowsInput, type WorksSummary, type WorksWindow, windowInput } from './works'

const rescheduleInput = z.object({
  reference: z.string(),
  windows: z.array(windowInput).min(1).max(50).optional(),
  parts: z.array(partWindowsInput).min(1).max(50).optional(),
  shortNoticeReason: line(3, 500).optional(),
})
export type RescheduleWorks = z.input<typeof rescheduleInput>

function requireMovable(works: LockedWorks): void {
  if (works.state === 'draft' || works.state === 'published') return
  const reasons = {
    cancelled: 'works_cancelled',
    ended: 'works_ended',
    running: 'works_have_begun',
    in_approval: 'works_in_approval',
  } as const
  throw new AppError('conflict', { field: 'reference', reason: reasons[works.state], params: { reference: works.reference } })
}

function moveDraft(draft: WorksDraft, windows: WorksWindow[][]) {
  const moved = windows.map((part) => part.map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() })))
  return { ...draft, parts: draft.parts.map((part, index) => ({ ...part, windows: moved[index] })) } as unknown as Prisma.InputJsonValue
}

function earliestStart(windows: WorksWindow[][]): Date {
  return new Date(Math.min(...windows.flat().map(({ start }) => start.getTime())))
}

async function planNewVersion(db: Db, works: LockedWorks, now: Date): Promise<PlannedNotice[]> {
  await freezeAffectedPoints(db, works.id, works.version)
  await supersedeUnsent(db, works.id)
  return planChange(db, works, now)
}

const asText = (windows: WorksWindow[]) => windows.map(({ start, end }) => `${start.toISOString()}/${end.toISOString()}`)

/**
 * Moves works to other windows, as a new version: `windows` for all of their parts, or `parts` with the windows of each in order.
 *
 * Those who had heard the old facts hear `changed`; those who had not get only the new ones. Throws `not_found`, `conflict` when the works
 * have begun, ended or are cancelled, and `bad_input` as creating and publishing do.
 */
export async function rescheduleWorks(actor: Actor, raw: RescheduleWorks, now: Date): Promise<WorksSummary & { notices: PlannedNotice[] }> {
  requirePolicy(actor, canPublishWorks(actor))
  const input = parseInput(rescheduleInput, raw)
  return transaction(async (db) => {
    const before = await getWorksForUpdate(db, input.reference)
    requireMovable(before)
    const earlier = await findWindowsByPart(db, before.id, before.version)
    const windows = readMovedWindows(input, earlier, (await getUtility(db)).zone, now)
    const works = { ...before, version: before.version + 1 }
    if (works.state === 'published') await requireLegalNotice(db, works.service, earliestStart(windows), input.shortNoticeReason, now)
    await copyParts(db, works.id, before.version, windows)
    await db.works.update({
      where: { id: works.id },
      data: {
        version: works.version,
        revision: works.revision + 1,
        changedBy: actorName(actor),
        changedAt: now,
        ...(works.draft !== null && { draft: moveDraft(worksDraft.parse(works.draft), windows) }),
        ...(input.shortNoticeReason && { shortNoticeReason: input.shortNoticeReason }),
      },
    })
    const notices = works.state === 'published' ? await planNewVersion(db, works, now) : []
    const audited = {
      action: 'works.reschedule',
      subject: `works:${works.reference}`,
      after: { version: works.version, windows: asText(windows.flat()) },
    }
    await recordAudit(db, actor, audited, now)
    // The new time is told now: the law looks at that, not at when the old one was published.
    return { ...(await summariseWorks(db, { ...works, publishedAt: null }, now)), notices }
  })
}
