import type { Db } from '@/lib/db/client'

/** Goes up with each change of the words below `consent` in lib/i18n/messages: what somebody agreed to is known by it. */
export const CONSENT_VERSION = '2026-11-22'

export interface NewConsent {
  personId: number
  contactId: number
  language: string
  /** Where they agreed: `account`, `enrolment`, `telegram`, `viber`. */
  source: string
}

/** Notes that somebody agreed to be told at a contact of theirs, in which words and when. Said again with the same words, it is one. */
export async function recordConsent(db: Db, { personId, contactId, language, source }: NewConsent, now: Date): Promise<void> {
  const consent = { personId, contactId, kind: 'notices', textVersion: CONSENT_VERSION }
  if ((await db.consent.count({ where: { ...consent, withdrawnAt: null } })) > 0) return
  await db.consent.create({ data: { ...consent, language, source, givenAt: now } })
}
