import { Secret, TOTP } from 'otpauth'

/** What every authenticator app understands (RFC 6238). */
const SETTINGS = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** Clocks go wrong by half a minute, and people type slowly: the step before and the one after are taken, too (RFC 6238, 5.2). */
const STEPS_AROUND = 1

/** As RFC 4226 asks (R6): 160 bits. */
const SECRET_BYTES = 20

/** A new secret, in base32 as people type it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** What the picture says to an authenticator app. */
export function totpUri(secret: string, account: string, issuer: string): string {
  return new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret), label: account, issuer }).toString()
}

/** The 30-second step, counted from 1970, that `code` belongs to; null where it is none of the three that count at `now` (real time). */
export function findTotpStep(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '')
  const totp = new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret) })
  const timestamp = now.getTime()
  const delta = totp.validate({ token, window: STEPS_AROUND, timestamp })
  return delta === null ? null : totp.counter({ timestamp }) + delta
}
