import { z } from 'zod'
import type { CustomerActor } from '@/lib/auth/actor'
import { accountsOf } from '@/lib/contacts/own-contacts'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'

/** The largest id that the database has: whatever is larger is nobody's. */
const LARGEST = 2_147_483_647

export const ownId = z.coerce.number().int().min(1).max(LARGEST)

function notFound(what: 'account' | 'subscription'): AppError {
  return new AppError('not_found', { reason: what === 'account' ? 'account_not_found' : 'subscription_not_found', field: `${what}Id` })
}

/** An id as it stands in an address. Throws `not_found` for anything else. */
export function readOwnId(text: unknown, what: 'account' | 'subscription'): number {
  const { data, success } = ownId.safeParse(text)
  if (!success) throw notFound(what)
  return data
}

/** Throws `not_found` unless the account is active and the actor's: of others' nobody learns that they exist. */
export async function requireOwnAccount(db: Db, { personId }: CustomerActor, accountId: number): Promise<void> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM account WHERE id = ${accountId}::int AND active AND id IN (${accountsOf(personId)})`
  if (rows.length === 0) throw notFound('account')
}

const subscription = z.array(z.object({ id: z.number(), contactId: z.number(), isOwn: z.boolean() }))
export type OwnSubscription = z.infer<typeof subscription>[number]

/**
 * A subscription of the actor's own contact, or of somebody's to an account of the actor's, locked. Throws `not_found`: of others' nobody learns that
 * they exist.
 */
export async function getOwnSubscriptionForUpdate(db: Db, { personId }: CustomerActor, id: number): Promise<OwnSubscription> {
  const rows = await db.$queryRaw`
    SELECT subscription.id, subscription.contact_id AS "contactId", contact.person_id = ${personId}::int AS "isOwn"
    FROM subscription JOIN contact ON contact.id = subscription.contact_id
    WHERE subscription.id = ${id}::int AND subscription.role <> 'call_centre'
      AND (contact.person_id = ${personId}::int OR subscription.account_id IN (${accountsOf(personId)}))
    FOR UPDATE OF subscription`
  const [row] = subscription.parse(rows)
  if (!row) throw notFound('subscription')
  return row
}
