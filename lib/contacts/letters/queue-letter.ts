import type { Db } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import type { LetterKind } from './letter'
import { sealLetterSecret } from './letter-secret'

export interface NewLetter {
  kind: LetterKind
  channel: Channel
  to: string
  contactId?: number
  personId?: number
  language: string
  /** What its words need: see letter.ts. */
  facts: Record<string, string | number>
  /** A proof's code and token, as `letterSecret` joins them. Kept sealed, and only until the letter is with its provider. */
  secret?: string
  /** From then on it is of no use, and not sent. */
  notAfter: Date
}

/** Writes a letter to be sent, in the caller's transaction: once that is committed it goes out within seconds. Returns its id. */
export async function queueLetter(db: Db, letter: NewLetter, now: Date): Promise<bigint> {
  const { kind, channel, to, contactId = null, personId = null, language, facts, secret, notAfter } = letter
  const { id } = await db.letter.create({
    data: {
      ...{ kind, channel, recipient: to, contactId, personId, language, facts, notAfter, nextAttemptAt: now, createdAt: now },
      secret: secret === undefined ? null : sealLetterSecret(secret, { channel, to }),
    },
    select: { id: true },
  })
  return id
}
