import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { canReadCustomerWords } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { badInput } from '@/lib/errors'

/** Notes that somebody has read, and if need be answered, a reply. The first who did stays. Throws `bad_input` for no reply. */
export async function markReplyRead(actor: Actor, id: string, now: Date): Promise<void> {
  requirePolicy(actor, canReadCustomerWords(actor))
  const reply = /^\d{1,18}$/.test(id) ? await database().reply.findUnique({ where: { id: BigInt(id) }, select: { readAt: true } }) : null
  if (!reply) throw badInput('reply_not_found', 'id')
  await database().reply.updateMany({ where: { id: BigInt(id), readAt: null }, data: { readAt: now, readBy: actorName(actor) } })
}
