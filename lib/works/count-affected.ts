import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { countInAreas } from './affected-queries'
import { prepareArea } from './prepare-area'
import type { AffectedCounts } from './works'

/** Whom an area would hit, were `service` cut in it. Throws `bad_input` for an area that is none. */
export async function countAffected(actor: Actor, input: { service: Service; area: unknown }): Promise<AffectedCounts> {
  requirePolicy(actor, canPlanWorks(actor))
  const area = await prepareArea(database(), input.area, 'area')
  return countInAreas(database(), input.service, [area])
}
