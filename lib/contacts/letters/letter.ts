import type { Channel } from '@/lib/db/generated/enums'

/**
 * What is sent and is no notice of works. Each has its words below `letters` in lib/i18n/messages, and these facts beside the utility's own:
 *
 * - `confirm_contact`, `sign_in`: none; the secret is a proof's code and token (`letterSecret`).
 * - `sign_in_closed`: none; to an end that is told, and by which nobody signs in yet.
 * - `contact_added`: `contact`, masked, to the other contacts of the same person.
 * - `contact_removed`: none; to the one that was removed or changed.
 * - `proof_failures`: `account`, masked, and `count`.
 * - `renewal_asked`: `addressId`, `address`, `until` (a day in words); needs the letter's contact.
 * - `enrolment_ended`: `address`.
 * - `test`: none.
 * - `account_added`: `address`.
 * - `sign_in_alert`: `when`, in words.
 * - `manager_granted`: none.
 */
export const LETTER_KINDS = [
  'confirm_contact',
  'sign_in',
  'sign_in_closed',
  'contact_added',
  'contact_removed',
  'proof_failures',
  'renewal_asked',
  'enrolment_ended',
  'test',
  'account_added',
  'sign_in_alert',
  'manager_granted',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** A letter as it stands in the ledger, on its way to its channel. */
export interface LedgerLetter {
  id: bigint
  kind: LetterKind
  channel: Channel
  recipient: string
  contactId: number | null
  language: string
  facts: Record<string, string | number>
  /** Sealed: see letter-secret.ts. */
  secret: string | null
  notAfter: Date
}
