import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canSpeakForContacts } from '@/lib/auth/policies'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { changeContacts } from './change-contacts'

/**
 * Opts contacts out whose owners told their provider so (a complaint of spam, a STOP that the operator's network heard), with whoever else has
 * the same number or mailbox. Returns how many changed. Throws `forbidden`.
 */
export async function closeContacts(db: Db, actor: Actor, contactIds: number[], now: Date): Promise<number> {
  requirePolicy(actor, canSpeakForContacts(actor))
  if (contactIds.length === 0) return 0
  const which = Prisma.sql`
    SELECT DISTINCT twin.id, NULL::text AS reason
    FROM contact JOIN contact twin ON twin.channel = contact.channel AND twin.value = contact.value
    WHERE contact.id = ANY (${contactIds}::int[])`
  return changeContacts(db, actor, { which, state: 'opted_out', action: 'contact.opt_out', cause: null }, now)
}
