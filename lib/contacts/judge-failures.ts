import { SYSTEM } from '@/lib/auth/actor'
import { type ContactVerdict, contactVerdict } from '@/lib/channels/contact-verdict'
import type { Db } from '@/lib/db/client'
import { closeContacts } from './close-contacts'
import { markUnreachable } from './mark-unreachable'

/** A message to a contact that failed for good, by the ledger's error code. */
export interface ContactFailure {
  contactId: number
  errorCode: string
}

/** Marks those contacts of which a failure says that nobody is there, or that they want no more. Failures that say nothing of the contact are passed over. */
export async function judgeFailures(db: Db, failures: ContactFailure[], now: Date): Promise<void> {
  const judged = failures.flatMap(({ contactId, errorCode }): Array<{ contactId: number; verdict: ContactVerdict }> => {
    const verdict = contactVerdict(errorCode)
    return verdict ? [{ contactId, verdict }] : []
  })
  const dead = judged.flatMap(({ contactId, verdict }) => (verdict.state === 'unreachable' ? [{ contactId, reason: verdict.reason }] : []))
  const closed = judged.flatMap(({ contactId, verdict }) => (verdict.state === 'opted_out' ? [contactId] : []))
  await markUnreachable(db, dead, now)
  await closeContacts(db, SYSTEM, closed, now)
}
