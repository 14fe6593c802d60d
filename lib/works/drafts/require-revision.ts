import { type Actor, actorName } from '@/lib/auth/actor'
import { findActorNames } from '@/lib/auth/find-actor-names'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import type { LockedWorks } from '@/lib/works/queries'

/**
 * Whoever changes or publishes works says which revision they saw: throws `conflict` with who changed it since, so that nobody's words are
 * overwritten unseen. Programs may leave it out.
 */
export async function requireRevision(db: Db, actor: Actor, works: LockedWorks, seen: number | undefined): Promise<void> {
  if (seen === undefined || seen === works.revision) return
  const by = works.changedBy ?? works.createdBy
  const name = by === actorName(actor) ? '' : ((await findActorNames(db, [by])).get(by) ?? by)
  const reason = name ? 'works_changed_by_other' : 'works_changed_by_you'
  const params = { reference: works.reference, name, at: (works.changedAt ?? new Date(0)).toISOString() }
  throw new AppError('conflict', { field: 'revision', reason, params })
}
