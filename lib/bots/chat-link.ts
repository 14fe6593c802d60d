import { createHmac } from 'node:crypto'
import { equalSecrets } from '@/lib/channels/equal-secrets'

/** A person's id and the minute at which it ends, four bytes each. */
const NAMED_BYTES = 8
/** 128 bits: nobody guesses one. */
const PROOF_BYTES = 16
const SHAPE = /^[A-Za-z0-9_-]{32}$/
const MINUTE = 60_000
/** Minutes: long enough to install a messenger, short enough to be of no use to whoever finds it. */
const LIVES = 60

function sign(named: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update('chat:').update(named).digest().subarray(0, PROOF_BYTES)
}

/** A token by which the chat that brings it within an hour becomes a person's contact: 32 characters, which a link to a bot has room for. */
export function createChatLinkToken(personId: number, now: Date, secret: string): string {
  if (!secret) throw new Error('NEXTAUTH_SECRET is missing: links to chats are signed with it')
  const named = Buffer.alloc(NAMED_BYTES)
  named.writeInt32BE(personId)
  named.writeInt32BE(Math.ceil(now.getTime() / MINUTE) + LIVES, NAMED_BYTES / 2)
  return Buffer.concat([named, sign(named, secret)]).toString('base64url')
}

/** Whose token it is; null for one that we have not made, or that is too old. */
export function readChatLinkToken(token: string, now: Date, secret: string): number | null {
  if (!secret || !SHAPE.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const named = bytes.subarray(0, NAMED_BYTES)
  const isOurs = equalSecrets(bytes.subarray(NAMED_BYTES).toString('hex'), sign(named, secret).toString('hex'))
  return isOurs && now.getTime() <= named.readInt32BE(NAMED_BYTES / 2) * MINUTE ? named.readInt32BE() : null
}
