'use server'

import { type ActionResult, runAction } from '@/lib/http/action'
import { clientKey } from '@/lib/http/client-key'
import { rateLimit } from '@/lib/http/rate-limit'
import { reportNoSupply } from '@/lib/works/supply-reports/report-no-supply'

/** A household says it once, and a town behind one address of its mobile network a few hundred times. */
const REPORTS_BY_CLIENT = rateLimit('supply-report', 300, 3600)

/** "I still have no supply". Its arguments are those of a form that works without scripts. */
export async function reportNoSupplyAction(_before: ActionResult<void> | null, form: FormData) {
  return runAction(async (actor, now) => {
    const source = clientKey(actor.source)
    await REPORTS_BY_CLIENT.take(source)
    const [addressId, reference] = ['addressId', 'reference'].map((name) => String(form.get(name) ?? ''))
    await reportNoSupply({ kind: 'public', source }, { addressId, reference: reference ?? '' }, now)
  })
}
