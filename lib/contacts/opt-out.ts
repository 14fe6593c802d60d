import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canSpeakForContacts } from '@/lib/auth/policies'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { type Channel, ContactState } from '@/lib/db/generated/enums'
import { changeContacts } from './change-contacts'
import { type ContactEnd, findRemainingChannels } from './queries'

/**
 * Stops all messages to one end, for every contact that has it; `cause` names the word or click that asked for it, so that the same one, come
 * again, undoes no later wish. Returns by which channels these people are still told. Throws `forbidden`.
 */
export async function optOut(db: Db, actor: Actor, end: ContactEnd, cause: string | null, now: Date): Promise<Channel[]> {
  requirePolicy(actor, canSpeakForContacts(actor))
  const which = Prisma.sql`
    SELECT id, NULL::text AS reason FROM contact WHERE channel = ${end.channel}::channel AND value = ${end.value}`
  await changeContacts(db, actor, { which, state: ContactState.opted_out, action: 'contact.opt_out', cause }, now)
  return findRemainingChannels(db, end)
}
