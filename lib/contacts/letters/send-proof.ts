import type { Db } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { CODE_MINUTES, createProof, LINK_HOURS } from '../proofs'
import { letterSecret } from './letter-secret'
import { queueLetter } from './queue-letter'

export interface Unproved {
  id: number
  personId: number
  channel: Channel
  value: string
  language: string
}

const MINUTE = 60_000

/**
 * Sends the code or link that confirms a contact, in the caller's transaction; what was sent to it before is void. Returns the proof's id, by which
 * the code is typed in. Throws `too_many_requests`.
 */
export async function sendProof(db: Db, { id, personId, channel, value, language }: Unproved, now: Date): Promise<string> {
  const proof = await createProof(db, { purpose: 'confirm', channel, value, contactId: id }, now)
  const minutes = channel === 'email' ? LINK_HOURS * 60 : CODE_MINUTES
  const letter = { kind: 'confirm_contact', channel, to: value, contactId: id, personId, language, facts: {} } as const
  await queueLetter(db, { ...letter, secret: letterSecret(proof), notAfter: new Date(now.getTime() + minutes * MINUTE) }, now)
  return proof.id
}
