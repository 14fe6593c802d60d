import { createHmac } from 'node:crypto'
import type { Db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

interface Limit {
  /** What is limited: kept as a keyed hash, so that nobody reads numbers or clients out of the table. */
  key: string
  /** So many failures cost nothing. */
  free: number
  /** Minutes to wait after each further one; the last holds for all that follow. */
  waits: number[]
}

/** A slip or two are human. A meter number of seven digits then outlasts its guesser by millennia. */
const BY_NUMBER = { free: 2, waits: [1, 5, 30, 360, 1440] }
/** Behind one client may be a household, or a town's mobile network. */
const BY_CLIENT = { free: 30, waits: [1, 5, 30, 60] }
/** More in an hour than the people of a large town mistype: it is a machine with many clients, and the other ways in stay open. */
const OVERALL = { free: 1000, waits: [60] }

/** Days without a failure after which a number's failures are forgotten. */
const KEPT_DAYS = 30

function keyOf(kind: string, what: string): string {
  const secret = env().NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is missing: what is guessed is kept keyed with it')
  return createHmac('sha256', secret).update(`guess:${kind}:${what}`).digest('base64url')
}

/** How failures of one account number are found again. */
export function guessKey(number: string): string {
  return keyOf('number', number)
}

/** Everything that a guess counts for. In one order for all, so that two at once do not wait for each other. */
function limitsOf(number: string, client: string, now: Date): Limit[] {
  const instant = now.toISOString()
  return [
    { key: guessKey(number), ...BY_NUMBER },
    { key: keyOf('client', `${client} ${instant.slice(0, 10)}`), ...BY_CLIENT },
    { key: keyOf('all', instant.slice(0, 13)), ...OVERALL },
  ]
}

function tooMany(until: Date, now: Date): AppError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  return new AppError('too_many_requests', { reason: 'too_many_proofs', params: { seconds } })
}

/** Counts one, unless it is blocked: says whether it was counted. */
async function count(db: Db, { key, free, waits }: Limit, accountId: number | null, now: Date): Promise<boolean> {
  const counted = await db.$executeRaw`
    INSERT INTO account_guess AS guess (number_hash, failures, last_at, blocked_until, account_id)
    VALUES (${key}, 1, ${now}, ${now}, ${accountId}::int)
    ON CONFLICT (number_hash) DO UPDATE
    SET failures = guess.failures + 1, last_at = ${now}, account_id = excluded.account_id,
        blocked_until = ${now}::timestamptz + interval '1 minute' * CASE WHEN guess.failures + 1 <= ${free}::int THEN 0
          ELSE (${waits}::int[])[least(guess.failures + 1 - ${free}::int, ${waits.length}::int)] END
    WHERE guess.blocked_until <= ${now}`
  return counted === 1
}

/**
 * Counts a guess at one account's proof before anything is compared, so that many at once get no more than one after the other. `accountId` is the
 * account's, null where there is none: the work is the same. Throws `too_many_requests` with the seconds to wait; then nothing is counted.
 */
export async function takeGuess(db: Db, guess: { number: string; client: string; accountId: number | null }, now: Date): Promise<void> {
  const limits = limitsOf(guess.number, guess.client, now)
  await db.$executeRaw`DELETE FROM account_guess WHERE last_at < ${new Date(now.getTime() - KEPT_DAYS * 86_400_000)}`
  const where = { numberHash: { in: limits.map(({ key }) => key) }, blockedUntil: { gt: now } }
  const { _max: blocked } = await db.accountGuess.aggregate({ where, _max: { blockedUntil: true } })
  if (blocked.blockedUntil) throw tooMany(blocked.blockedUntil, now)
  const [byNumber, ...others] = limits
  const counted = byNumber !== undefined && (await count(db, byNumber, guess.accountId, now))
  if (!counted) throw tooMany(now, now)
  for (const limit of others) await count(db, limit, null, now)
}

/** Takes a guess back that was right: the number starts anew, of the others one is taken off. */
export async function forgiveGuess(db: Db, { number, client }: { number: string; client: string }, now: Date): Promise<void> {
  const [byNumber, ...others] = limitsOf(number, client, now).map(({ key }) => key)
  await db.accountGuess.deleteMany({ where: { numberHash: byNumber } })
  await db.accountGuess.updateMany({
    where: { numberHash: { in: others }, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, blockedUntil: now },
  })
}
