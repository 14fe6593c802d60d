import { z } from 'zod'
import { SYSTEM } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { queueLetter } from '@/lib/contacts/letters/queue-letter'
import { type Db, transaction } from '@/lib/db/client'
import { findAlertEnds } from './tell-of-sign-in'

/** From so many failures on it is no slip. */
export const ALARMING = 3
const DAY = 86_400_000
/** A burst of guesses is one alert; who goes on for days is told of daily. */
const BATCH = 100

const rows = z.array(z.object({ accountId: z.number(), number: z.string(), holderId: z.number().nullable(), failures: z.number() }))

/** Takes the accounts that were guessed at and of which nobody was told in the last day. */
async function takeGuessed(db: Db, now: Date): Promise<z.infer<typeof rows>> {
  const found = await db.$queryRaw`
    WITH guessed AS (
      SELECT number_hash FROM account_guess
      WHERE account_id IS NOT NULL AND failures >= ${ALARMING}::int AND (alerted_at IS NULL OR alerted_at < last_at AND alerted_at < ${new Date(now.getTime() - DAY)})
      ORDER BY number_hash LIMIT ${BATCH}::int
      FOR UPDATE SKIP LOCKED
    )
    UPDATE account_guess SET alerted_at = ${now}
    FROM guessed, account
    WHERE account_guess.number_hash = guessed.number_hash AND account.id = account_guess.account_id
    RETURNING account.id AS "accountId", account.number, account.holder_id AS "holderId", account_guess.failures`
  return rows.parse(found)
}

/**
 * Tells whoever holds an account that somebody tried to guess their way in, and writes it into the audit trail, where staff see it. Not done where the
 * guess fails: then its time would tell that there is such an account. Run each minute, by any number of workers. Returns of how many accounts.
 */
export function tellOfGuesses(now: Date): Promise<number> {
  return transaction(async (db) => {
    const guessed = await takeGuessed(db, now)
    for (const { accountId, number, holderId, failures } of guessed) {
      const facts = { account: `…${number.slice(-3)}`, count: failures }
      const notAfter = new Date(now.getTime() + DAY)
      for (const { id: contactId, channel, value: to, language } of holderId === null ? [] : await findAlertEnds(db, holderId)) {
        await queueLetter(
          db,
          { kind: 'proof_failures', channel, to, contactId, ...(holderId !== null && { personId: holderId }), language, facts, notAfter },
          now,
        )
      }
      await recordAudit(db, SYSTEM, { action: 'account.proof_failures', subject: `account:${accountId}`, after: { failures } }, now)
    }
    return guessed.length
  })
}
