'use server'

import { runAction } from '@/lib/http/action'
import { getDeliveries } from '@/lib/notices/get-deliveries'
import { rehearseWorks } from '@/lib/notices/rehearsal/rehearse-works'

/** How the messages of works fare by now. */
export async function getDeliveriesAction(reference: string) {
  return runAction((actor, now) => getDeliveries(actor, reference, now))
}

/** What publishing them now would send. */
export async function rehearseWorksAction(reference: string) {
  return runAction((actor, now) => rehearseWorks(actor, reference, now))
}
