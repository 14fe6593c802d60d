'use server'

import { refresh } from 'next/cache'
import { after } from 'next/server'
import { deliverSoon } from '@/lib/contacts/letters/deliver-soon'
import { runAction } from '@/lib/http/action'
import { decideManager } from '@/lib/self-service/buildings/decide-manager'

/** What goes wrong shows on the page as it stands: nobody is there any more, or may not. */
export async function grantManagerAction(personId: number): Promise<void> {
  await runAction((actor, now) => decideManager(actor, { personId, isGranted: true }, now))
  after(deliverSoon)
  refresh()
}

export async function refuseManagerAction(personId: number): Promise<void> {
  await runAction((actor, now) => decideManager(actor, { personId, isGranted: false }, now))
  refresh()
}
