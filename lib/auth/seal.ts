import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
/** What GCM is made for: NIST SP 800-38D, 8.2. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

function keyFrom(secret: string): Buffer {
  if (!secret) throw new Error('NEXTAUTH_SECRET is missing: what is kept sealed is sealed with it')
  return Buffer.from(hkdfSync('sha256', secret, '', 'preavviso sealed text', KEY_BYTES))
}

/**
 * Encrypts `text` with AES-256-GCM, by a key derived (HKDF-SHA-256) from `secret`. `owner` is not in the result but must be the same when
 * it is opened, so that nobody can pass one row's value off as another's.
 */
export function sealText(text: string, owner: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyFrom(secret), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed; null where it is somebody else's, was changed, or was sealed with another secret. */
export function openSealed(sealed: string, owner: string, secret: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, keyFrom(secret), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(owner)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
