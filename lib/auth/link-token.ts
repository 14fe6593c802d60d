import { createHash, randomBytes } from 'node:crypto'

/** A token for a mailed address: 256 random bits, so that its plain hash cannot be turned back. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of it: SHA-256 in hexadecimal. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
