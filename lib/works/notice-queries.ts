import type { Db } from '@/lib/db/client'
import type { NoticeDraft } from './plan-notices'

/** Writes the planned and the skipped notices of one version. */
export async function insertNotices(db: Db, worksId: number, version: number, drafts: NoticeDraft[]): Promise<void> {
  for (const { kind, dueAt, notAfter, windows, skipReason } of drafts) {
    await db.notice.create({
      data: {
        worksId,
        version,
        kind,
        dueAt,
        notAfter,
        skipReason,
        state: skipReason ? 'skipped' : 'planned',
        windows: { create: windows.map((window) => ({ windowId: window.id })) },
      },
    })
  }
}

/**
 * Takes back what was not said yet: planned notices and messages still in the queue. What is with a provider stays.
 *
 * The notices first: whoever is just opening one of them holds it, and has written its messages when we get on.
 */
export async function supersedeUnsent(db: Db, worksId: number): Promise<void> {
  await db.notice.updateMany({ where: { worksId, state: 'planned' }, data: { state: 'superseded' } })
  await supersedeQueued(db, worksId, null)
}

/** Takes back the messages still in the queue of all notices of works, or of those named. */
export async function supersedeQueued(db: Db, worksId: number, noticeIds: number[] | null): Promise<void> {
  await db.$executeRaw`
    UPDATE message SET state = 'superseded'
    FROM notice
    WHERE notice.id = message.notice_id AND notice.works_id = ${worksId} AND message.state = 'queued'
      AND (${noticeIds}::int[] IS NULL OR notice.id = ANY (${noticeIds}::int[]))`
}
