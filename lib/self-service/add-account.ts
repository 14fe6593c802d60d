import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { queueLetter } from '@/lib/contacts/letters/queue-letter'
import { type Db, database, transaction } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { clientKey } from '@/lib/http/client-key'
import { findAccountsOf } from './own-queries'
import { proveAccount } from './prove-account'
import { findAlertEnds } from './tell-of-sign-in'

const WEEK = 7 * 86_400_000

/** Tells the holder's contacts that somebody else sees the account from now on. */
async function tellHolder(db: Db, accountId: number, personId: number, now: Date): Promise<void> {
  const { holderId } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { holderId: true } })
  if (holderId === null || holderId === personId) return
  const address = (await findAccountsOf(db, [holderId])).find(({ id }) => id === accountId)?.address ?? ''
  const notAfter = new Date(now.getTime() + WEEK)
  for (const { id: contactId, channel, value: to, language } of await findAlertEnds(db, holderId)) {
    await queueLetter(
      db,
      { kind: 'account_added', channel, to, contactId, personId: holderId, language, facts: { address }, notAfter },
      now,
    )
  }
}

/**
 * Adds a further account to one's own, by the same proof as for signing in. Its holder, if that is somebody else, is told. Returns its id. Throws
 * `unauthenticated`, `forbidden`, `bad_input` for the field `proof` where number and proof do not belong together, and whatever proveAccount does.
 */
export async function addAccount(actor: Actor, proof: { number: string; proof: string }, now: Date): Promise<number> {
  const { personId, source } = requireCustomer(actor)
  const known = (await findAccountsOf(database(), [personId])).map(({ id }) => id)
  const proved = await proveAccount(database(), { ...proof, client: clientKey(source), personId }, now)
  if (!proved) throw badInput('account_not_proved', 'proof')
  if (!known.includes(proved.accountId)) await transaction((db) => tellHolder(db, proved.accountId, personId, now))
  return proved.accountId
}
