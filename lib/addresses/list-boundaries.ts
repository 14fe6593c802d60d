import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Boundary } from './boundary'
import { type BoundaryFilter, findBoundaries } from './find-boundaries'

/** The places that works can be planned for by name. Throws `forbidden`. */
export async function listBoundaries(actor: Actor, filter: BoundaryFilter = {}): Promise<Boundary[]> {
  requirePolicy(actor, canPlanWorks(actor))
  return findBoundaries(database(), filter)
}
