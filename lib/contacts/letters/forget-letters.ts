import type { Db } from '@/lib/db/client'

/** Days for which it may be asked what was sent to whom; codes and links are of no use much sooner. */
const LETTER_DAYS = 90
const PROOF_DAYS = 30
const DAY = 86_400_000

/** Forgets letters and proofs that nobody asks about any more; the word of goodbye names an end that is nobody's, and is kept no longer than it is of use. */
export async function forgetLetters(db: Db, now: Date): Promise<void> {
  await db.letter.deleteMany({ where: { kind: 'contact_removed', notAfter: { lte: now } } })
  await db.letter.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - LETTER_DAYS * DAY) } } })
  await db.contactProof.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - PROOF_DAYS * DAY) } } })
}
