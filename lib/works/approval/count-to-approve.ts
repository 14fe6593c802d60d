import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canApproveWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'

/** How many works wait for a second person. Throws `forbidden` for whoever is never that person. */
export async function countToApprove(actor: Actor): Promise<number> {
  requirePolicy(actor, canApproveWorks(actor))
  return database().works.count({ where: { state: 'in_approval', approvals: { some: { decision: null } } } })
}
