import type { Actor } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import type { LockedWorks } from '@/lib/works/queries'
import { findPriorityPoints } from './priority-queries'

/** Staff publish only when each priority customer was phoned: throws `bad_input` with how many were not. Programs cannot phone. */
export async function requirePhoned(db: Db, actor: Actor, works: LockedWorks): Promise<void> {
  if (actor.kind !== 'staff') return
  const waiting = (await findPriorityPoints(db, works.id, works.version)).filter(
    ({ priority, phonedAt }) => priority !== null && phonedAt === null,
  )
  if (waiting.length > 0) throw badInput('priority_not_phoned', 'priority', { count: waiting.length })
}
