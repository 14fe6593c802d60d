import { createHash, randomBytes } from 'node:crypto'

/** What a key may be allowed to do. */
export const API_SCOPES = ['works:read', 'works:write'] as const
export type ApiScope = (typeof API_SCOPES)[number]

/** A new key: 256 random bits, so that its plain hash cannot be turned back. The prefix lets scanners find one that leaked. */
export function newApiKey(): string {
  return `preavviso_${randomBytes(32).toString('base64url')}`
}

/** What is stored of a key: SHA-256 in hexadecimal. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
