import { database } from '@/lib/db/client'
import { openNotice } from './open-notice'
import { findDueNotices } from './queries'

/** Opens every notice that is due at `now`, of one works or of all. Returns how many messages that made. */
export async function openDueNotices(now: Date, worksReference?: string): Promise<number> {
  let messages = 0
  for (const id of await findDueNotices(database(), now, worksReference)) {
    const result = await openNotice(id, now)
    if (result.state === 'opened') messages += result.messages
  }
  return messages
}
