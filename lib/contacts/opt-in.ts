import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canSpeakForContacts } from '@/lib/auth/policies'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { changeContacts } from './change-contacts'
import type { ContactEnd } from './queries'

/**
 * Takes an opt-out back, for every contact of one end that had been confirmed before it; nobody else is told anything who was not.
 * `cause` as for optOut. Throws `forbidden`.
 */
export async function optIn(db: Db, actor: Actor, end: ContactEnd, cause: string | null, now: Date): Promise<void> {
  requirePolicy(actor, canSpeakForContacts(actor))
  const which = Prisma.sql`
    SELECT id, NULL::text AS reason FROM contact
    WHERE channel = ${end.channel}::channel AND value = ${end.value} AND state = 'opted_out' AND confirmed_at IS NOT NULL`
  await changeContacts(db, actor, { which, state: 'confirmed', action: 'contact.opt_in', cause }, now)
}
