import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { findWorkTypes } from './queries'
import type { WorkType } from './work-type'

/** The kinds of work that works can be planned as. Throws `forbidden`. */
export async function listWorkTypes(actor: Actor): Promise<WorkType[]> {
  requirePolicy(actor, canReadWorks(actor))
  return findWorkTypes(database())
}
