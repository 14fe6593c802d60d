import type { Actor } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { countOtherAdmins } from './queries'

/** Throws `conflict` where a member of staff is about to take rights from themselves: somebody else has to. */
export function requireOther(id: number, actor: Actor): void {
  if (actor.kind === 'staff' && actor.id === id) throw new AppError('conflict', { reason: 'staff_oneself' })
}

/** Throws `conflict` where nobody would be left who may manage staff. For a transaction that holds `getMemberForUpdate`. */
export async function requireOtherAdmin(db: Db, member: { id: number; role: string; active: boolean }): Promise<void> {
  if (member.role !== 'admin' || !member.active) return
  if ((await countOtherAdmins(db, member.id)) === 0) throw new AppError('conflict', { reason: 'staff_last_admin' })
}
