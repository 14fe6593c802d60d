import { type Db, database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { hashRecoveryCode } from './recovery-code'
import { openSealed } from './seal'
import { findTotpStep, newTotpSecret } from './totp'

/** No account has this id: for the same work where nothing may be found. */
export const NOBODY = 0

/**
 * After five wrong codes in a row none is taken for 15 minutes, after the next five for 30, and so on up to a day. Three codes in a million are
 * right, so whoever has the password guesses for about two centuries.
 */
const WRONG_IN_A_ROW = 5
const LOCKED_MINUTES = 15
const LONGEST_LOCK_MINUTES = 24 * 60
const DOUBLINGS = 7

/** Whose sealed secret it is. */
export const factorOwner = (staffId: number) => `staff:${staffId}`

interface Attempt {
  secret: string
  wrongCodes: number
}

/** Counts an attempt before anything is compared, so that many at once do not get more than one after the other. */
async function takeAttempt(db: Db, staffId: number, now: Date): Promise<Attempt | null> {
  const [attempt] = await db.$queryRaw<Attempt[]>`
    UPDATE staff_factor
    SET wrong_codes = wrong_codes + 1,
        locked_until = CASE WHEN (wrong_codes + 1) % ${WRONG_IN_A_ROW}::int = 0 THEN
          ${now}::timestamptz + interval '1 minute' * least(${LONGEST_LOCK_MINUTES}::int,
            ${LOCKED_MINUTES}::int * power(2, least(${DOUBLINGS}::int, (wrong_codes + 1) / ${WRONG_IN_A_ROW}::int - 1)))
        END
    WHERE staff_id = ${staffId} AND confirmed_at IS NOT NULL AND (locked_until IS NULL OR locked_until <= ${now})
    RETURNING secret, wrong_codes AS "wrongCodes"`
  return attempt ?? null
}

/** Takes the code of one step, and none of this step or before it ever again. */
async function takeStep(db: Db, staffId: number, step: number): Promise<boolean> {
  const data = { lastStep: step, wrongCodes: 0, lockedUntil: null }
  const { count } = await db.staffFactor.updateMany({ where: { staffId, lastStep: { lt: step } }, data })
  return count === 1
}

async function takeRecoveryCode(db: Db, staffId: number, code: string, now: Date): Promise<boolean> {
  const where = { staffId, codeHash: hashRecoveryCode(code), usedAt: null, factor: { confirmedAt: { not: null } } }
  const { count } = await db.staffRecoveryCode.updateMany({ where, data: { usedAt: now } })
  return count === 1
}

let nobodysSecret: string | undefined

/**
 * Whether `code` proves that its member has the second factor: the app's code of now (each taken once), or a recovery code (which is used up).
 * After five wrong ones in a row only a recovery code helps for a while. `now` is real time.
 */
export async function takeCode(staffId: number, code: string, now: Date, db: Db = database()): Promise<boolean> {
  nobodysSecret ??= newTotpSecret()
  const attempt = await takeAttempt(db, staffId, now)
  const secret = attempt && openSealed(attempt.secret, factorOwner(staffId), env().NEXTAUTH_SECRET ?? '')
  if (attempt && !secret) logger.warn({ staffId }, 'a second factor cannot be read: was NEXTAUTH_SECRET changed?')
  const step = findTotpStep(secret ?? nobodysSecret, code, now)
  if (secret && step !== null && (await takeStep(db, staffId, step))) return true
  if (await takeRecoveryCode(db, staffId, code, now)) return true
  if (attempt && attempt.wrongCodes % WRONG_IN_A_ROW === 0) logger.warn({ staffId }, 'too many wrong codes: the second factor is locked')
  return false
}
