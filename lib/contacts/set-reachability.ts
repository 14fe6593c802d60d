import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canSpeakForContacts } from '@/lib/auth/policies'
import type { Reachability } from '@/lib/channels/provider-news'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { changeContacts } from './change-contacts'

/**
 * Writes down that somebody blocked our bot, or took that back: blocked contacts are `unreachable`, and those of them that had been confirmed
 * are told again once it is taken back. `cause` as for optOut. Throws `forbidden`.
 */
export async function setReachability(db: Db, actor: Actor, change: Reachability, cause: string, now: Date): Promise<void> {
  requirePolicy(actor, canSpeakForContacts(actor))
  const end = Prisma.sql`channel = ${change.channel}::channel AND value = ${change.value}`
  if (change.isReachable) {
    const which = Prisma.sql`
      SELECT id, NULL::text AS reason FROM contact
      WHERE ${end} AND state = 'unreachable' AND unreachable_reason = 'blocked' AND confirmed_at IS NOT NULL`
    await changeContacts(db, actor, { which, state: 'confirmed', action: 'contact.reachable', cause }, now)
  } else {
    const which = Prisma.sql`SELECT id, 'blocked' AS reason FROM contact WHERE ${end} AND state IN ('confirmed', 'unconfirmed')`
    await changeContacts(db, actor, { which, state: 'unreachable', action: 'contact.unreachable', cause }, now)
  }
}
