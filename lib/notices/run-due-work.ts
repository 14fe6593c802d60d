import { database } from '@/lib/db/client'
import { deliverMessages } from './deliver-messages'
import { openNotice } from './open-notice'
import { findDueNotices } from './queries'
import { sweep } from './sweep'

/** Everything that is due at `now`: notices are opened, messages delivered to the last one, and what is left behind is swept up. */
export async function runDueWork(now: Date): Promise<void> {
  for (const id of await findDueNotices(database(), now)) await openNotice(id, now)
  while ((await deliverMessages(now)) > 0);
  await sweep(now)
}
