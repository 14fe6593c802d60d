import type { Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { getUtility } from '@/lib/utility/queries'
import { findNoticeFacts } from '../queries'
import { noticeWordings } from '../texts/notice-wordings'
import { markOf } from './window-marks'

/**
 * Writes down how a notice reads that is opened: one row, however many people it goes to. This is what a text is held against when somebody asks whether
 * it came from us, also after words or settings have changed.
 */
export async function recordWordings(db: Db, noticeId: number): Promise<void> {
  const facts = (await findNoticeFacts(db, [noticeId])).get(noticeId)
  if (!facts) return
  const utility = await getUtility(db)
  const { PUBLIC_URL: publicUrl, NEXTAUTH_SECRET: signingSecret } = env()
  const wordings = noticeWordings({ facts, utility, publicUrl, signingSecret })
  const marks = [...new Set(facts.windows.map((window) => markOf(window, utility.zone)))]
  await db.noticeWording.create({ data: { noticeId, marks, wordings } })
}
