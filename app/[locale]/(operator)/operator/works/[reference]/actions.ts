'use server'

import { runAction } from '@/lib/http/action'
import { getDeliveries } from '@/lib/notices/get-deliveries'

/** How the messages of works fare by now. */
export async function getDeliveriesAction(reference: string) {
  return runAction((actor, now) => getDeliveries(actor, reference, now))
}
