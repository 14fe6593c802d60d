import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { findActorNames } from '@/lib/auth/find-actor-names'
import { canReadCustomerWords } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { getWorks } from '@/lib/works/queries'
import type { FollowUp } from './follow-up'
import { findFailures, findReplies } from './follow-up-queries'

/** What is left to do after works were told: contacts to mend, and words to read. Contacts are masked. Throws `not_found`. */
export async function getFollowUp(actor: Actor, reference: string): Promise<FollowUp> {
  requirePolicy(actor, canReadCustomerWords(actor))
  const db = database()
  const { id } = await getWorks(db, reference)
  const { failures, total } = await findFailures(db, id)
  const replies = await findReplies(db, id)
  const names = await findActorNames(
    db,
    replies.map(({ readBy }) => readBy ?? ''),
  )
  return {
    failures,
    failureCount: total,
    replies: replies.map((reply) => ({ ...reply, readBy: reply.readBy && (names.get(reply.readBy) ?? reply.readBy) })),
  }
}
