import { deliverLetters } from '@/lib/contacts/letters/deliver-letters'
import { deliverDue } from './deliver-due'
import { openDueNotices } from './open-due-notices'
import { sweep } from './sweep'

/** Everything that is due at `now`: notices are opened, messages and letters delivered to the last one, and what is left behind is swept up. */
export async function runDueWork(now: Date): Promise<void> {
  await openDueNotices(now)
  await deliverDue(async () => now)
  await sweep(now)
  await deliverLetters(now)
}
