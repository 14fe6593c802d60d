import { letterSecret } from '@/lib/contacts/letters/letter-secret'
import { queueLetter } from '@/lib/contacts/letters/queue-letter'
import { CODE_MINUTES, type CreatedProof, createProof, LINK_HOURS } from '@/lib/contacts/proofs'
import { type ContactEnd, WAS_CONFIRMED } from '@/lib/contacts/queries'
import { type Db, database, transaction } from '@/lib/db/client'
import type { CustomerSignInMethod } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { getSignInRules } from '@/lib/utility/sign-in-rules'
import { readEnd } from './read-end'

/** A code or link that was asked for: `send` writes it, once the answer is given. */
export interface AskedSignIn {
  /** Names the proof to whoever types the code. */
  proofId: string
  isMail: boolean
  send: () => Promise<void>
}

const METHODS = { email: 'email_link', sms: 'sms_code' } as const satisfies Record<'email' | 'sms', CustomerSignInMethod>

/** Throws `forbidden` unless customers may come in by this way. */
export async function requireWay(db: Db, way: CustomerSignInMethod): Promise<void> {
  const { ways } = await getSignInRules(db)
  if (!ways.includes(way)) throw new AppError('forbidden', { reason: 'sign_in_way_closed' })
}

/**
 * Writes to the end, if it is somebody's. An end that nobody confirmed lets nobody in; one that was only confirmed to be told is told how it will.
 */
async function sendProof({ channel, value }: ContactEnd, proof: CreatedProof, language: Locale, now: Date): Promise<void> {
  const db = database()
  const contact = await db.contact.findFirst({
    where: { channel, value, ...WAS_CONFIRMED },
    select: { id: true, personId: true, maySignIn: true },
    orderBy: [{ maySignIn: 'desc' }, { id: 'asc' }],
  })
  if (!contact) return
  const { id: contactId, personId, maySignIn } = contact
  const minutes = channel === 'email' ? LINK_HOURS * 60 : CODE_MINUTES
  const notAfter = new Date(now.getTime() + minutes * 60_000)
  const letter = { channel, to: value, contactId, personId, language, facts: {}, notAfter } as const
  const words = maySignIn ? ({ kind: 'sign_in', secret: letterSecret(proof) } as const) : ({ kind: 'sign_in_closed' } as const)
  await queueLetter(db, { ...letter, ...words }, now)
}

/**
 * A code and link for whoever says that a telephone or mailbox is theirs. What it does before it answers is the same whether anybody has the end:
 * call `send` afterwards. Throws `bad_input`, `forbidden` where the utility does not allow this way, `too_many_requests`.
 */
export async function askForSignIn(typed: string, language: Locale, now: Date): Promise<AskedSignIn> {
  const { country } = await database().utility.findUniqueOrThrow({ where: { id: 1 }, select: { country: true } })
  const end = readEnd(typed, country)
  const isMail = end.channel === 'email'
  await requireWay(database(), METHODS[isMail ? 'email' : 'sms'])
  const proof = await transaction((db) => createProof(db, { purpose: 'sign_in', ...end }, now))
  return { proofId: proof.id, isMail, send: () => sendProof(end, proof, language, now) }
}
