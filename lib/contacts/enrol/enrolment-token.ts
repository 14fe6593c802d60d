import { createHmac } from 'node:crypto'
import { equalSecrets } from '@/lib/channels/equal-secrets'
import type { Enrolment } from './enrolment-rules'

/** Two numbers of four bytes. */
const NAMED_BYTES = 8
/** 128 bits: nobody guesses one. */
const PROOF_BYTES = 16
const SHAPE = /^[A-Za-z0-9_-]{32}$/

function sign(named: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update('enrolment:').update(named).digest().subarray(0, PROOF_BYTES)
}

/** A token that lets whoever has it renew or end one enrolment, and nothing else. `secret` must not be empty. */
export function createEnrolmentToken({ contactId, addressId }: Enrolment, secret: string): string {
  if (!secret) throw new Error('NEXTAUTH_SECRET is missing: links of enrolments are signed with it')
  const named = Buffer.alloc(NAMED_BYTES)
  named.writeInt32BE(contactId)
  named.writeInt32BE(addressId, NAMED_BYTES / 2)
  return Buffer.concat([named, sign(named, secret)]).toString('base64url')
}

/** Which enrolment a token names; null for one that we have not made. */
export function readEnrolmentToken(token: string, secret: string): Enrolment | null {
  if (!secret || !SHAPE.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const named = bytes.subarray(0, NAMED_BYTES)
  const isOurs = equalSecrets(bytes.subarray(NAMED_BYTES).toString('hex'), sign(named, secret).toString('hex'))
  return isOurs ? { contactId: named.readInt32BE(), addressId: named.readInt32BE(NAMED_BYTES / 2) } : null
}
