import type { Actor } from '@/lib/auth/actor'
import { canApproveWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'

/** How many works wait for a second person; none for whoever is never that person. */
export async function countToApprove(actor: Actor): Promise<number> {
  if (!canApproveWorks(actor)) return 0
  return database().works.count({ where: { state: 'in_approval', approvals: { some: { decision: null } } } })
}
