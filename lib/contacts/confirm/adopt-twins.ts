import type { Actor } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import type { Db } from '@/lib/db/client'
import { moveSubscriptions } from './move-subscriptions'
import { hasMessages } from './retire-contact'
import type { SameEnd, Twin } from './same-ends'

/** What that end alone could have signed in to is now open to the person who proved it. */
async function giveAccess(db: Db, personId: number, from: number[], now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO account_access (person_id, account_id, proved_at)
    SELECT ${personId}, account.id, ${now}
    FROM account
    WHERE account.holder_id IS DISTINCT FROM ${personId}
      AND (account.holder_id = ANY (${from}::int[])
        OR account.id IN (SELECT account_id FROM account_access WHERE person_id = ANY (${from}::int[])))
    ON CONFLICT DO NOTHING`
}

/** Unsent messages find the contact that is told in this one's place, unless it is told already. */
async function moveQueued(db: Db, from: number, to: number): Promise<void> {
  await db.$executeRaw`
    UPDATE message SET contact_id = ${to}
    WHERE contact_id = ${from} AND state = 'queued' AND sent_at IS NULL
      AND NOT EXISTS (SELECT FROM message other WHERE other.notice_id = message.notice_id AND other.contact_id = ${to})`
}

async function fold(db: Db, from: number, to: number): Promise<number> {
  const leftOut = await moveSubscriptions(db, from, to)
  await moveQueued(db, from, to)
  await db.contact.update({ where: { id: from }, data: { state: 'unconfirmed', confirmedAt: null, unreachableReason: null } })
  return leftOut
}

/** Of two rows the one stays that the ledger knows, so that who heard of works hears of their change too. */
async function takeOver(db: Db, own: SameEnd & { language: string }, twin: SameEnd): Promise<number> {
  const leftOut = await moveSubscriptions(db, own.id, twin.id)
  for (const table of [db.consent, db.letter, db.contactProof] as Array<Db['consent']>)
    await table.updateMany({ where: { contactId: own.id }, data: { contactId: twin.id } })
  await db.contact.delete({ where: { id: own.id } })
  await db.contact.update({ where: { id: twin.id }, data: { personId: own.personId, language: own.language } })
  return leftOut
}

/**
 * Makes one of all confirmed contacts at an end that somebody has just proved in their own sign-in: it hears of what each of them heard of, and
 * its person gets access to the accounts of theirs. Returns which row stays, and how many enrolments were left out.
 */
export async function adoptTwins(
  db: Db,
  actor: Actor,
  own: SameEnd & { language: string },
  twins: Twin[],
  now: Date,
): Promise<{ id: number; leftOut: number }> {
  const [first, ...rest] = twins
  if (!first) return { id: own.id, leftOut: 0 }
  const isTakenOver = !(await hasMessages(db, own.id))
  const home = isTakenOver ? first.id : own.id
  let leftOut = isTakenOver ? await takeOver(db, own, first) : await fold(db, first.id, home)
  for (const twin of rest) leftOut += await fold(db, twin.id, home)
  const opened = twins.filter(({ personId, maySignIn }) => maySignIn && personId !== own.personId)
  await giveAccess(db, own.personId, [...new Set(opened.map(({ personId }) => personId))], now)
  await recordAudit(db, actor, { action: 'contact.merge', subject: `contact:${home}`, after: { merged: twins.length } }, now)
  return { id: home, leftOut }
}
