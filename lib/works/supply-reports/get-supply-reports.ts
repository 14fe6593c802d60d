import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canServeCallers } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { getWorks } from '../queries'
import { countSupplyReports } from './queries'
import type { SupplyReports } from './supply-report'

/** How many say that they still have no supply after works, since when and where. Throws `forbidden`, `not_found`. */
export async function getSupplyReports(actor: Actor, reference: string): Promise<SupplyReports> {
  requirePolicy(actor, canServeCallers(actor))
  const { id } = await getWorks(database(), reference)
  return countSupplyReports(database(), id)
}
