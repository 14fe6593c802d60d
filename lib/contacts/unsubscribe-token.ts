import { createHmac } from 'node:crypto'
import { equalSecrets } from '@/lib/channels/equal-secrets'

const ID_BYTES = 4
/** 128 bits: nobody guesses one. */
const PROOF_BYTES = 16
const SHAPE = /^[A-Za-z0-9_-]{27}$/

function sign(id: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update('unsubscribe:').update(id).digest().subarray(0, PROOF_BYTES)
}

/** A token that lets whoever has it stop the e-mails to one contact, and nothing else. Names neither person nor address. `secret` must not be empty. */
export function createUnsubscribeToken(contactId: number, secret: string): string {
  if (!secret) throw new Error('NEXTAUTH_SECRET is missing: unsubscribe links are signed with it')
  const id = Buffer.alloc(ID_BYTES)
  id.writeInt32BE(contactId)
  return Buffer.concat([id, sign(id, secret)]).toString('base64url')
}

/** Whose token it is; null for one that we have not made. */
export function readUnsubscribeToken(token: string, secret: string): number | null {
  if (!secret || !SHAPE.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, ID_BYTES)
  const isOurs = equalSecrets(bytes.subarray(ID_BYTES).toString('hex'), sign(id, secret).toString('hex'))
  return isOurs ? id.readInt32BE() : null
}

/** Where a mail program posts to for one-click unsubscribing (RFC 8058), and where a person who opens it is asked first. */
export function unsubscribeUrl(contactId: number, publicUrl: string, secret: string): string {
  return `${publicUrl}/api/unsubscribe/${createUnsubscribeToken(contactId, secret)}`
}
