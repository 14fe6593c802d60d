import { createHmac } from 'node:crypto'
import { equalSecrets } from '@/lib/channels/equal-secrets'

const ID_BYTES = 4
/** 128 bits: nobody guesses one. */
const PROOF_BYTES = 16
/** A contact's token names one number, a message's two. */
const SHAPES = [/^[A-Za-z0-9_-]{27}$/, /^[A-Za-z0-9_-]{32}$/]

/** Whose messages are stopped, and the notice that the link stood in: of its addresses one may be stopped alone. */
export interface Unsubscribing {
  contactId: number
  noticeId: number | null
}

function sign(named: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update('unsubscribe:').update(named).digest().subarray(0, PROOF_BYTES)
}

/**
 * A token that lets whoever has it stop the messages to one contact, or those of one notice's addresses, and nothing else. Names neither person nor
 * address. `secret` must not be empty.
 */
export function createUnsubscribeToken(contactId: number, secret: string, noticeId: number | null = null): string {
  if (!secret) throw new Error('NEXTAUTH_SECRET is missing: unsubscribe links are signed with it')
  const ids = noticeId === null ? [contactId] : [contactId, noticeId]
  const named = Buffer.alloc(ids.length * ID_BYTES)
  for (const [place, id] of ids.entries()) named.writeInt32BE(id, place * ID_BYTES)
  return Buffer.concat([named, sign(named, secret)]).toString('base64url')
}

/** What a token names; null for one that we have not made. */
export function readUnsubscribeToken(token: string, secret: string): Unsubscribing | null {
  if (!secret || !SHAPES.some((shape) => shape.test(token))) return null
  const bytes = Buffer.from(token, 'base64url')
  const named = bytes.subarray(0, -PROOF_BYTES)
  if (!equalSecrets(bytes.subarray(-PROOF_BYTES).toString('hex'), sign(named, secret).toString('hex'))) return null
  return { contactId: named.readInt32BE(), noticeId: named.length > ID_BYTES ? named.readInt32BE(ID_BYTES) : null }
}

/** Where a mail program posts to for one-click unsubscribing (RFC 8058), and where a person who opens it is asked first. */
export function unsubscribeUrl(contactId: number, publicUrl: string, secret: string, noticeId: number | null = null): string {
  return `${publicUrl}/api/unsubscribe/${createUnsubscribeToken(contactId, secret, noticeId)}`
}
